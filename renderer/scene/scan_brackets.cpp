#include "core/digits.hpp"
#include "scene/scanner.hpp"

#include <fmt/format.h>

#include "scene/line_shapes.hpp"

namespace ebbflow::scene {

void Scanner::beginBrackets() {
    bracketsAt_ = {number_, at_};
    bracketsLine_ = number_;
    scanFlow();
}

void Scanner::giveUpBrackets() {
    trapAt(bracketsAt_, fmt::format("this bracket is not closed before line {}", number_));
    brackets_.clear();
}

void Scanner::scanFlow() {
    takeOddBlank("front of this");
    while (at_ < line_.size()) {
        const char c = line_[at_];
        if (isBlank(c)) {
            ++at_;
            takeOddBlank("front of this");
        } else if (c == '#' && (at_ == 0 || isBlank(line_[at_ - 1]))) {
            if (!takeFlowComment()) return;
        } else if (c == '{' || c == '[') {
            open(c);
        } else if (c == '}' || c == ']') {
            if (close()) return;
        } else if (c == ',' || (c == ':' && separates(at_))) {
            ++at_;
            inValue_ = c == ':';
        } else if (c == '"' || c == '\'') {
            beginQuote();
            if (quote_ != 0 || brackets_.empty()) return;
        } else {
            scanFlowPlain();
        }
    }
}

void Scanner::open(char bracket) {
    brackets_.push_back(bracket);
    inValue_ = false;
    ++at_;
}

bool Scanner::close() {
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

bool Scanner::separates(std::size_t colon) const {
    const char next = colon + 1 < line_.size() ? line_[colon + 1] : ' ';
    return isBlank(next) || isFlowIndicator(next);
}

bool Scanner::takeFlowComment() {
    if (cutLine_ == number_) {
        ++at_;
        return true;
    }
    const char before = lastBefore(at_);
    const bool cutsText = before != '\0' && before != ':' && !isFlowIndicator(before) &&
                          line_.find_first_of(",]}", at_) != std::string_view::npos;
    const bool isColour = before == ':' && looksLikeColour(line_.substr(at_));
    if (!cutsText && !isColour) return false;
    if (isColour) {
        checkColour();
    } else {
        trap(at_,
             "what follows ` #` is a comment and would be lost, with the closing bracket; put the "
             "text in quotes");
    }
    cutLine_ = number_;
    ++at_;
    return true;
}

char Scanner::lastBefore(std::size_t at) const {
    while (at > 0 && isBlank(line_[at - 1])) --at;
    return at == 0 ? '\0' : line_[at - 1];
}

void Scanner::scanFlowPlain() {
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
}

bool Scanner::endsPlain(std::size_t at) const {
    return (line_[at] == ':' && separates(at)) || (line_[at] == '#' && isBlank(line_[at - 1]));
}

void Scanner::checkFlowPlain(std::size_t begin) {
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

void Scanner::checkComma(std::size_t begin, std::string_view text) {
    std::string digits(text);
    if (text.find_first_not_of("0123456789") != std::string_view::npos) return;
    std::size_t i = at_;
    while (i + 1 < line_.size() && line_[i] == ',' && core::isDigit(line_[i + 1])) {
        for (++i; i < line_.size() && core::isDigit(line_[i]); ++i) digits += line_[i];
    }
    if (digits.size() > text.size()) {
        trap(begin, fmt::format("a comma in a number: write {}", digits));
        at_ = i;
    }
}

}  // namespace ebbflow::scene
