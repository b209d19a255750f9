// A small lexer of YAML's surface: enough to know, for every character, whether it is indentation,
// a key, a plain text, a quoted or a block text, or inside brackets. The real parsing is
// yaml-cpp's.

#include "scene/scan_script.hpp"

#include <vector>

#include <fmt/format.h>

#include "scene/line_shapes.hpp"

namespace ebbflow::scene {

namespace {

bool isBlank(char c) {
    return c == ' ' || c == '\t';
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isFlowIndicator(char c) {
    return std::string_view(",[]{}").find(c) != std::string_view::npos;
}

/// Why a text cannot begin with `first`, or empty.
std::string badBeginning(std::string_view text) {
    switch (text.front()) {
        case '&':
            return "`&` marks an anchor in YAML, which scripts do not use; a text that begins with "
                   "it "
                   "needs quotes";
        case '*':
            return "`*` refers to an anchor in YAML, which scripts do not use; a text that begins "
                   "with it "
                   "needs quotes";
        case '!':
            return "`!` begins a tag in YAML, which scripts do not use; a text that begins with it "
                   "needs "
                   "quotes";
        case '%':
        case '@':
        case '`':
            return fmt::format("a text that begins with `{}` needs quotes", text.front());
        default:
            return {};
    }
}

class Scanner {
public:
    Scanner(const ScriptText& script, const std::string& file, core::Diagnostics& diagnostics)
        : script_(script), file_(file), diagnostics_(diagnostics) {}

    std::set<int> scan() {
        for (number_ = 1; number_ <= script_.lineCount(); ++number_) scanLine();
        if (quote_ != 0) reportOpenQuote("it is never closed");
        return std::move(trapped_);
    }

private:
    struct Spot {
        int line = 0;
        std::size_t offset = 0;
    };

    // --- lines

    void scanLine() {
        line_ = script_.line(number_);
        at_ = 0;
        if (insideBlockText()) return;
        if (quote_ != 0 && swallowsKey()) giveUpQuote();
        if (!brackets_.empty() && quote_ == 0 && indent() == 0 && looksLikeKey(line_)) {
            giveUpBrackets();
        }
        if (quote_ != 0) return scanQuoted();
        if (!brackets_.empty()) return scanFlow();
        scanBlockLine();
    }

    [[nodiscard]] std::size_t indent() const {
        const std::size_t first = line_.find_first_not_of(' ');
        return first == std::string_view::npos ? line_.size() : first;
    }

    bool insideBlockText() {
        if (blockParent_ < 0) return false;
        const bool blank = line_.find_first_not_of(" \t") == std::string_view::npos;
        if (blank || static_cast<int>(indent()) > blockParent_) return true;
        blockParent_ = -1;
        return false;
    }

    void scanBlockLine() {
        takeIndentation();
        if (at_ >= line_.size() || line_[at_] == '#') return;
        if (at_ == 0 && isDocumentMark()) return;
        seenContent_ = true;
        if (plainParent_ >= 0 && static_cast<int>(at_) > plainParent_) return;  // goes on
        plainParent_ = -1;
        int parent = static_cast<int>(at_) - 1;
        while (takeDash()) parent = static_cast<int>(dash_);
        if (at_ >= line_.size() || line_[at_] == '#') return;
        const std::size_t keyAt = at_;
        if (takeKey())
            scanValue(static_cast<int>(keyAt), true);
        else
            scanValue(parent, false);
    }

    void takeIndentation() {
        for (; at_ < line_.size(); ++at_) {
            if (line_[at_] == ' ') continue;
            if (line_[at_] == '\t') {
                trap(at_, "a tab; indent with spaces only");
                at_ = line_.find_first_not_of(" \t", at_);
                if (at_ == std::string_view::npos) at_ = line_.size();
                return takeOddBlank("the indentation");
            }
            return takeOddBlank("the indentation");
        }
    }

    /// No-break and other wide blanks look like spaces and are none.
    void takeOddBlank(std::string_view where) {
        const std::size_t length = oddBlankLength(line_.substr(at_));
        if (length == 0) return;
        trap(at_, fmt::format("a no-break space in {}; use an ordinary space", where));
        while (at_ < line_.size()) {
            const std::size_t odd = oddBlankLength(line_.substr(at_));
            if (odd == 0 && !isBlank(line_[at_])) break;
            at_ += odd == 0 ? 1 : odd;
        }
    }

    bool isDocumentMark() {
        const bool marker = line_.starts_with("---") || line_.starts_with("...");
        if (!marker || (line_.size() > 3 && !isBlank(line_[3]))) return false;
        if (seenContent_) {
            trap(0, fmt::format(
                        "`{}` would end the script here and drop what follows; take the line out",
                        line_.substr(0, 3)));
        }
        return true;
    }

    bool takeDash() {
        if (line_.substr(at_, 1) != "-") return false;
        if (at_ + 1 < line_.size() && !isBlank(line_[at_ + 1])) {
            if (oddBlankLength(line_.substr(at_ + 1)) == 0) return false;
            trap(at_ + 1, "a no-break space after `-`; use an ordinary space");
        }
        dash_ = at_++;
        skipBlanks("`-`");
        return true;
    }

    void skipBlanks(std::string_view after) {
        for (; at_ < line_.size() && isBlank(line_[at_]); ++at_) {
            if (line_[at_] == '\t' &&
                line_.find_first_not_of(" \t", at_) != std::string_view::npos) {
                trap(at_, fmt::format("a tab after {}; use a space", after));
            }
        }
        takeOddBlank(fmt::format("front of the value after {}", after));
    }

    /// Takes `key:` and the blanks behind it.
    bool takeKey() {
        const std::size_t colon = keyColon(line_, at_);
        if (colon == std::string_view::npos) return false;
        at_ = colon + 1;
        skipBlanks("the colon");
        return true;
    }

    // --- values in block form

    void scanValue(int parent, bool afterKey) {
        if (at_ >= line_.size()) return;
        const std::string_view rest = line_.substr(at_);
        if (rest.front() == '#') return checkColour();
        if (const std::string why = badBeginning(rest); !why.empty()) return trap(at_, why);
        if (rest.front() == '"' || rest.front() == '\'') return beginQuote();
        if (rest.front() == '{' || rest.front() == '[') return beginBrackets();
        if (rest.front() == '|' || rest.front() == '>') return beginBlockText(rest, parent);
        if (afterKey && (rest == "-" || rest.starts_with("- "))) {
            return trap(
                at_,
                "a list begins on a line of its own; a text that begins with `- ` needs quotes");
        }
        scanPlain(parent, afterKey);
    }

    void scanPlain(int parent, bool afterKey) {
        plainParent_ = parent;
        const std::size_t end = plainEnd(line_, at_);
        const std::size_t colon = colonInside(line_.substr(0, end), at_);
        if (afterKey && colon != std::string_view::npos) {
            trap(colon, "text with `: ` in it needs quotes around it");
        }
    }

    void beginBlockText(std::string_view rest, int parent) {
        if (isBlockHeader(rest))
            blockParent_ = parent;
        else
            trap(at_, fmt::format("a text that begins with `{}` needs quotes", rest.front()));
    }

    void checkColour() {
        if (looksLikeColour(line_.substr(at_))) {
            trap(at_, fmt::format("a colour needs quotes: \"{}\"; without them it is a comment",
                                  colourIn(line_.substr(at_))));
        }
    }

    // --- quotes

    void beginQuote() {
        quote_ = line_[at_];
        quoteAt_ = {number_, at_};
        ++at_;
        scanQuoted();
    }

    void scanQuoted() {
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

    void endQuote() {
        const char quote = quote_;
        quote_ = 0;
        const std::size_t closing = at_ - 1;
        while (at_ < line_.size() && isBlank(line_[at_])) ++at_;
        const char next = at_ < line_.size() ? line_[at_] : '\0';
        const bool flow = !brackets_.empty();
        const bool comment = next == '#' && at_ > closing + 1;
        const bool ends = next == '\0' || comment || next == ':' || (flow && isFlowIndicator(next));
        if (!ends) {
            trap(closing,
                 quote == '\''
                     ? "this apostrophe ends the text in single quotes; use double quotes: "
                       "\"It's\""
                     : "the text goes on after its closing quote; put \\ before quotes inside "
                       "it, or use the block form `|`");
            // What follows cannot be told apart any more on this line.
            at_ = line_.size();
            brackets_.clear();
            return;
        }
        if (flow) scanFlow();
    }

    bool swallowsKey() { return looksLikeKey(line_); }

    void giveUpQuote() {
        reportOpenQuote(fmt::format("it would swallow line {}", number_));
        quote_ = 0;
        brackets_.clear();
    }

    void reportOpenQuote(const std::string& why) {
        trapAt(quoteAt_, fmt::format("this quote is not closed; {}", why));
    }

    // --- brackets

    void beginBrackets() {
        bracketsAt_ = {number_, at_};
        bracketsLine_ = number_;
        scanFlow();
    }

    void giveUpBrackets() {
        trapAt(bracketsAt_, fmt::format("this bracket is not closed before line {}", number_));
        brackets_.clear();
    }

    /// From inside (or at the opening of) brackets to their end or the line's.
    void scanFlow() {
        while (at_ < line_.size()) {
            const char c = line_[at_];
            if (isBlank(c))
                ++at_;
            else if (c == '#' && (at_ == 0 || isBlank(line_[at_ - 1])))
                return flowComment();
            else if (c == '{' || c == '[')
                open(c);
            else if (c == '}' || c == ']') {
                if (close()) return;
            } else if (c == ',') {
                ++at_;
                inValue_ = false;
            } else if (c == ':' && separates(at_)) {
                ++at_;
                inValue_ = true;
            } else if (c == '"' || c == '\'')
                return beginQuote();
            else if (!scanFlowPlain())
                return;
        }
    }

    void open(char bracket) {
        brackets_.push_back(bracket);
        inValue_ = false;
        ++at_;
    }

    /// True when that was the last bracket.
    bool close() {
        brackets_.pop_back();
        inValue_ = false;
        ++at_;
        if (!brackets_.empty()) return false;
        while (at_ < line_.size() && isBlank(line_[at_])) ++at_;
        const bool ends = at_ >= line_.size() || line_[at_] == '#' || line_[at_] == ':';
        if (!ends) {
            trapAt(bracketsAt_, fmt::format("a text that begins with `{}` needs quotes",
                                            script_.line(bracketsLine_)[bracketsAt_.offset]));
        }
        return true;
    }

    [[nodiscard]] bool separates(std::size_t colon) const {
        const char next = colon + 1 < line_.size() ? line_[colon + 1] : ' ';
        return isBlank(next) || isFlowIndicator(next);
    }

    void flowComment() {
        const bool afterColon = lastBefore(at_) == ':';
        if (afterColon && looksLikeColour(line_.substr(at_))) {
            checkColour();
        } else if (lastBefore(at_) != ',' && line_.find_first_of(",]}", at_) < line_.size() &&
                   lastBefore(at_) != '\0' && !isFlowIndicator(lastBefore(at_))) {
            trap(at_,
                 "what follows ` #` is a comment and would be lost, with the closing bracket; put "
                 "the "
                 "text in quotes");
        } else {
            at_ = line_.size();
            return;
        }
        ++at_;
        scanFlow();  // as if the author's text had been quoted
    }

    [[nodiscard]] char lastBefore(std::size_t at) const {
        while (at > 0 && isBlank(line_[at - 1])) --at;
        return at == 0 ? '\0' : line_[at - 1];
    }

    bool scanFlowPlain() {
        const std::string_view rest = line_.substr(at_);
        std::string why = badBeginning(rest);
        if (why.empty() && (rest.front() == '|' || rest.front() == '>')) {
            why = fmt::format("a text that begins with `{}` needs quotes", rest.front());
        }
        if (!why.empty()) trap(at_, why);
        const std::size_t begin = at_;
        ++at_;
        while (at_ < line_.size() && !isFlowIndicator(line_[at_]) && !endsPlain(at_)) ++at_;
        checkFlowPlain(begin);
        return true;
    }

    [[nodiscard]] bool endsPlain(std::size_t at) const {
        return (line_[at] == ':' && separates(at)) || (line_[at] == '#' && isBlank(line_[at - 1]));
    }

    void checkFlowPlain(std::size_t begin) {
        const std::size_t last = line_.find_last_not_of(" \t", at_ - 1);
        const std::string_view text = line_.substr(begin, last + 1 - begin);
        const char next = at_ < line_.size() ? line_[at_] : '\0';
        if (inValue_ && brackets_.back() == '{' && next == ':') {
            trap(at_, "text with `: ` in it needs quotes around it");
        } else if (text.ends_with('?') && isFlowIndicator(next) && last + 1 == at_) {
            trap(begin, fmt::format("inside brackets `{}` needs quotes: \"{}\"", text, text));
        } else if (inValue_ && brackets_.back() == '{' && next == ',') {
            checkComma(begin, text);
        }
    }

    /// `count: 1,390` would be a count of 1 and a key 390.
    void checkComma(std::size_t begin, std::string_view text) {
        std::string digits(text);
        if (text.find_first_not_of("0123456789") != std::string_view::npos) return;
        std::size_t i = at_;
        while (i + 1 < line_.size() && line_[i] == ',' && isDigit(line_[i + 1])) {
            for (++i; i < line_.size() && isDigit(line_[i]); ++i) digits += line_[i];
        }
        if (digits.size() > text.size()) {
            trap(begin, fmt::format("a comma in a number: write {}", digits));
            at_ = i;
        }
    }

    // --- reports

    void trap(std::size_t offset, std::string message) {
        trapAt({number_, offset}, std::move(message));
    }
    void trapAt(Spot spot, std::string message) {
        trapped_.insert(spot.line);
        diagnostics_.error({file_, spot.line, script_.column(spot.line, spot.offset)},
                           std::move(message));
    }

    const ScriptText& script_;
    const std::string& file_;
    core::Diagnostics& diagnostics_;
    std::set<int> trapped_;

    int number_ = 0;         // line being looked at
    std::string_view line_;  // its text
    std::size_t at_ = 0;     // byte of it
    std::size_t dash_ = 0;   // the last `- ` taken
    bool seenContent_ = false;
    int blockParent_ = -1;  // column of the key above a block text, while inside one
    int plainParent_ = -1;  // column of the key above a plain text that may go on
    char quote_ = 0;        // open quote, or 0
    Spot quoteAt_;
    std::vector<char> brackets_;
    Spot bracketsAt_;
    int bracketsLine_ = 0;
    bool inValue_ = false;  // in a map's brackets: after the colon
};

}  // namespace

std::set<int> scanScript(const ScriptText& script, const std::string& file,
                         core::Diagnostics& diagnostics) {
    return Scanner(script, file, diagnostics).scan();
}

}  // namespace ebbflow::scene
