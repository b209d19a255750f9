#include "flow/csv_index.hpp"

#include <fmt/format.h>

namespace ebbflow::flow {

namespace {

constexpr std::size_t kMostFaults = 20;

bool isLineEnd(char c) {
    return c == '\n' || c == '\r';
}

bool isContinuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
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

bool CsvIndex::feed(std::string_view bytes) {
    for (const char c : bytes) {
        if (hopeless_) return false;
        step(c);
        ++offset_;
    }
    return !hopeless_;
}

bool CsvIndex::finish() {
    if (!utf8_.complete()) fault(character_, "the file ends within a character; save it as UTF-8");
    if (state_ == State::quoted && !hopeless_) fault(quoteOpened_, "this quote is never closed");
    endLine();
    return faults_.empty();
}

std::span<const TextPlace> CsvIndex::cells(std::size_t row) const {
    const std::size_t end = row + 1 < rows_.size() ? rows_[row + 1] : cells_.size();
    return std::span(cells_).subspan(rows_[row], end - rows_[row]);
}

void CsvIndex::fault(TextPlace place, std::string message) {
    faults_.push_back({place, std::move(message)});
    if (faults_.size() >= kMostFaults) hopeless_ = true;
}

void CsvIndex::step(char c) {
    if (utf8_.complete()) character_ = here_;
    if (!utf8_.accept(static_cast<unsigned char>(c))) {
        fault(character_,
              "this is not UTF-8; save the table as UTF-8 (\"CSV UTF-8\" in a spreadsheet)");
    }
    if (c == '\0') fault(here_, "a NUL byte; this is no text file, or it is not UTF-8");
    const bool secondHalf = lineFeedBelongs_ && c == '\n';
    lineFeedBelongs_ = c == '\r';
    if (secondHalf) return;
    if (isLineEnd(c) && state_ != State::quoted) {
        endLine();
    } else {
        if (rowBytes_++ == 0) {
            rows_.push_back(cells_.size());
            if (rows_.size() == 1) firstRowOffset_ = offset_;
            beginCell();
        }
        inCell(c);
    }
    advance(c);
    if (rowBytes_ <= kMaxRowBytes) return;
    hopeless_ = true;
    if (state_ == State::quoted) return fault(quoteOpened_, "this quote is not closed within 1 MB");
    fault({here_.line, 1}, "a row of more than 1 MB; is this a table?");
}

void CsvIndex::advance(char c) {
    if (isLineEnd(c)) {
        ++here_.line;
        here_.column = 1;
    } else if (!isContinuation(c)) {
        ++here_.column;
    }
}

void CsvIndex::beginCell() {
    state_ = State::cellStart;
    cells_.push_back(here_);
}

void CsvIndex::inCell(char c) {
    if (state_ == State::quoted) {
        if (c == '"') state_ = State::quoteInQuoted;
        return;
    }
    if (c == separator_) {
        state_ = State::cellStart;
        cells_.push_back({here_.line, here_.column + 1});
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

void CsvIndex::endLine() {
    state_ = State::cellStart;
    rowBytes_ = 0;
}

}  // namespace ebbflow::flow
