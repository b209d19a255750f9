#include "scene/scan_script.hpp"

#include <fmt/format.h>

#include "scene/line_shapes.hpp"
#include "scene/scanner.hpp"

namespace ebbflow::scene {

std::set<int> Scanner::scan() {
    for (number_ = 1; number_ <= script_.lineCount(); ++number_) scanLine();
    if (quote_ != 0) reportOpenQuote("the script ends inside it");
    return std::move(trapped_);
}

void Scanner::scanLine() {
    line_ = script_.line(number_);
    at_ = 0;
    if (insideBlockText()) return;
    if (quote_ != 0 && looksLikeKey(line_)) giveUpQuote();
    if (!brackets_.empty() && quote_ == 0 && indent() == 0 && looksLikeKey(line_)) {
        giveUpBrackets();
    }
    if (quote_ != 0) {
        scanQuoted();
        if (quote_ != 0 || brackets_.empty()) return;
    }
    if (!brackets_.empty()) return scanFlow();
    scanBlockLine();
}

std::size_t Scanner::indent() const {
    const std::size_t first = line_.find_first_not_of(' ');
    return first == std::string_view::npos ? line_.size() : first;
}

bool Scanner::insideBlockText() {
    if (blockParent_ < 0) return false;
    const bool blank = line_.find_first_not_of(" \t") == std::string_view::npos;
    if (blank || static_cast<int>(indent()) > blockParent_) return true;
    blockParent_ = -1;
    return false;
}

void Scanner::scanBlockLine() {
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

void Scanner::takeIndentation() {
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

void Scanner::takeOddBlank(std::string_view where) {
    const std::size_t length = oddBlankLength(line_.substr(at_));
    if (length == 0) return;
    trap(at_, fmt::format("a no-break space in {}; use an ordinary space", where));
    while (at_ < line_.size()) {
        const std::size_t odd = oddBlankLength(line_.substr(at_));
        if (odd == 0 && !isBlank(line_[at_])) break;
        at_ += odd == 0 ? 1 : odd;
    }
}

bool Scanner::isDocumentMark() {
    const bool marker = line_.starts_with("---") || line_.starts_with("...");
    if (!marker || (line_.size() > 3 && !isBlank(line_[3]))) return false;
    if (seenContent_) {
        trap(0,
             fmt::format("`{}` would end the script here and drop what follows; take the line out",
                         line_.substr(0, 3)));
    }
    return true;
}

bool Scanner::takeDash() {
    if (line_.substr(at_, 1) != "-") return false;
    if (at_ + 1 < line_.size() && !isBlank(line_[at_ + 1])) {
        if (oddBlankLength(line_.substr(at_ + 1)) == 0) return false;
        trap(at_ + 1, "a no-break space after `-`; use an ordinary space");
    }
    dash_ = at_++;
    skipBlanks("`-`");
    return true;
}

void Scanner::skipBlanks(std::string_view after) {
    for (; at_ < line_.size() && isBlank(line_[at_]); ++at_) {
        if (line_[at_] == '\t' && line_.find_first_not_of(" \t", at_) != std::string_view::npos) {
            trap(at_, fmt::format("a tab after {}; use a space", after));
        }
    }
    takeOddBlank(fmt::format("front of the value after {}", after));
}

bool Scanner::takeKey() {
    const std::size_t colon = keyColon(line_, at_);
    if (colon == std::string_view::npos) return false;
    at_ = colon + 1;
    skipBlanks("the colon");
    return true;
}

void Scanner::trap(std::size_t offset, std::string message) {
    trapAt({number_, offset}, std::move(message));
}

void Scanner::trapAt(Spot spot, std::string message) {
    // A line that is wrong throughout is said to be so a few times, not a million.
    constexpr int enough = 10;
    trapped_.insert(spot.line);
    reportsOnLine_ = spot.line == reportedLine_ ? reportsOnLine_ + 1 : 1;
    reportedLine_ = spot.line;
    if (reportsOnLine_ > enough) return;
    diagnostics_.error({file_, spot.line, script_.column(spot.line, spot.offset)},
                       std::move(message));
}

std::set<int> scanScript(const ScriptText& script, const std::string& file,
                         core::Diagnostics& diagnostics) {
    return Scanner(script, file, diagnostics).scan();
}

}  // namespace ebbflow::scene
