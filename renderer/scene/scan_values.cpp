#include "scene/scanner.hpp"

#include <fmt/format.h>

#include "scene/line_shapes.hpp"

namespace ebbflow::scene {

void Scanner::scanValue(int parent, bool afterKey) {
    if (at_ >= line_.size()) return;
    const std::string_view rest = line_.substr(at_);
    if (rest.front() == '#') return checkColour();
    if (const std::string why = badBeginning(rest); !why.empty()) return trap(at_, why);
    if (rest.front() == '"' || rest.front() == '\'') return beginQuote();
    if (rest.front() == '{' || rest.front() == '[') return beginBrackets();
    if (rest.front() == '|' || rest.front() == '>') return beginBlockText(rest, parent);
    if (afterKey && (rest == "-" || rest.starts_with("- "))) {
        return trap(
            at_, "a list begins on a line of its own; a text that begins with `- ` needs quotes");
    }
    scanPlain(parent, afterKey);
}

void Scanner::scanPlain(int parent, bool afterKey) {
    plainParent_ = parent;
    const std::size_t end = plainEnd(line_, at_);
    const std::size_t colon = colonInside(line_.substr(0, end), at_);
    if (afterKey && colon != std::string_view::npos) {
        trap(colon, "text with `: ` in it needs quotes around it");
    }
}

void Scanner::beginBlockText(std::string_view rest, int parent) {
    if (isBlockHeader(rest))
        blockParent_ = parent;
    else
        trap(at_, fmt::format("a text that begins with `{}` needs quotes", rest.front()));
}

void Scanner::checkColour() {
    if (looksLikeColour(line_.substr(at_))) {
        trap(at_, fmt::format("a colour needs quotes: \"{}\"; without them it is a comment",
                              colourIn(line_.substr(at_))));
    }
}

void Scanner::beginQuote() {
    quote_ = line_[at_];
    quoteAt_ = {number_, at_};
    ++at_;
    scanQuoted();
}

void Scanner::scanQuoted() {
    while (at_ < line_.size()) {
        const char c = line_[at_++];
        if (quote_ == '"' && c == '\\') {
            ++at_;
        } else if (c == quote_) {
            if (quote_ == '\'' && at_ < line_.size() && line_[at_] == '\'')
                ++at_;
            else
                return endQuote();
        }
    }
}

void Scanner::endQuote() {
    const char quote = quote_;
    quote_ = 0;
    const std::size_t closing = at_ - 1;
    while (at_ < line_.size() && isBlank(line_[at_])) ++at_;
    const char next = at_ < line_.size() ? line_[at_] : '\0';
    const bool flow = !brackets_.empty();
    const bool comment = next == '#' && at_ > closing + 1;
    const bool ends = next == '\0' || comment || next == ':' || (flow && isFlowIndicator(next));
    if (!ends) {
        trap(closing, quote == '\''
                          ? "this apostrophe ends the text in single quotes; use double quotes: "
                            "\"It's\""
                          : "the text goes on after its closing quote; put \\ before quotes inside "
                            "it, or use the block form `|`");
        // What follows cannot be told apart any more on this line.
        at_ = line_.size();
        brackets_.clear();
        return;
    }
}

void Scanner::giveUpQuote() {
    reportOpenQuote(fmt::format("it would swallow line {}", number_));
    quote_ = 0;
    brackets_.clear();
}

void Scanner::reportOpenQuote(const std::string& why) {
    trapAt(quoteAt_, fmt::format("this quote is not closed; {}", why));
}

}  // namespace ebbflow::scene
