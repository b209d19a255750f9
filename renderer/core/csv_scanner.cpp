#include "core/csv_scanner.hpp"

#include <algorithm>

#include "core/utf8.hpp"

namespace ebbflow::core {

namespace {

constexpr std::size_t kMostFaults = 20;

bool isLineEnd(char c) {
    return c == '\n' || c == '\r';
}

}  // namespace

char csvSeparator(std::string_view text) {
    char found = 0;
    bool quoted = false;
    text.remove_prefix(std::min(text.find_first_not_of("\r\n"), text.size()));
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (isLineEnd(c)) break;
        if (c != ',' && c != ';' && c != '\t') continue;
        if (found != 0 && found != c) return ',';
        found = c;
    }
    return found;
}

bool CsvScanner::feed(std::string_view bytes, CsvListener& listener) {
    std::string joined;
    if (!cutOff_.empty()) {
        joined = std::move(cutOff_) + std::string(bytes);
        cutOff_.clear();
        bytes = joined;
    }
    for (std::size_t at = 0; at < bytes.size() && !hopeless_;) {
        const std::size_t length = utf8Length(bytes, at);
        if (length == 0 && isCutOff(bytes, at)) {
            cutOff_ = bytes.substr(at);
            break;
        }
        if (length == 0) {
            fault(here_,
                  "this is not UTF-8; save the table as UTF-8 (\"CSV UTF-8\" in a spreadsheet)",
                  true);
        }
        const std::size_t taken = std::max<std::size_t>(length, 1);
        step(bytes[at], taken, listener);
        at += taken;
        offset_ += taken;
    }
    return !hopeless_;
}

bool CsvScanner::finish(CsvListener& listener) {
    if (!cutOff_.empty()) fault(here_, "the file ends within a character; save it as UTF-8", true);
    if (state_ == State::quoted && !hopeless_) fault(quoteOpened_, "this quote is never closed");
    endRow(listener);
    return faults_.empty();
}

void CsvScanner::fault(TextPlace place, std::string message, bool notUtf8) {
    faults_.push_back({place, std::move(message), notUtf8});
    if (faults_.size() >= kMostFaults) hopeless_ = true;
}

void CsvScanner::step(char c, std::size_t length, CsvListener& listener) {
    if (c == '\0') fault(here_, "a NUL byte; this is no text file, or it is not UTF-8");
    const bool secondHalf = lineFeedBelongs_ && c == '\n';
    lineFeedBelongs_ = c == '\r';
    if (secondHalf) return;
    if (isLineEnd(c) && state_ != State::quoted) {
        endRow(listener);
    } else {
        if (rowBytes_ == 0) listener.cell(here_, offset_, true);
        rowBytes_ += length;
        inCell(c, listener);
    }
    here_ = isLineEnd(c) ? TextPlace{here_.line + 1, 1} : TextPlace{here_.line, here_.column + 1};
    if (rowBytes_ <= kMaxRowBytes) return;
    hopeless_ = true;
    if (state_ == State::quoted) return fault(quoteOpened_, "this quote is not closed within 1 MB");
    fault({here_.line, 1}, "a row of more than 1 MB; is this a table?");
}

void CsvScanner::inCell(char c, CsvListener& listener) {
    if (state_ == State::quoted) {
        if (c == '"') state_ = State::quoteInQuoted;
        return;
    }
    if (c == separator_) {
        state_ = State::cellStart;
        listener.cell({here_.line, here_.column + 1}, offset_ + 1, false);
        return;
    }
    if (c == '"') {
        if (state_ == State::cellStart) quoteOpened_ = here_;
        if (state_ == State::cellStart || state_ == State::quoteInQuoted) {
            state_ = State::quoted;
            return;
        }
        fault(here_,
              "a quote inside a value: put the whole value in quotes and write this one twice");
        state_ = State::plain;
        return;
    }
    if (c == ' ') {
        if (state_ == State::quoteInQuoted) state_ = State::afterQuotes;
        return;
    }
    if (state_ == State::quoteInQuoted || state_ == State::afterQuotes) {
        fault(here_,
              "text after the closing quote; a quote inside a quoted value is written twice");
    }
    state_ = State::plain;
}

void CsvScanner::endRow(CsvListener& listener) {
    state_ = State::cellStart;
    if (rowBytes_ > 0) listener.rowEnd(offset_);
    rowBytes_ = 0;
}

}  // namespace ebbflow::core
