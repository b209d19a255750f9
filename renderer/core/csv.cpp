#include "core/csv.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/utf8.hpp"

namespace ebbflow::core {

namespace {

/// Whichever of the three dividers the first line has most of.
char dividerOf(std::string_view text) {
    const std::string_view head = text.substr(0, text.find_first_of("\r\n"));
    constexpr std::array dividers{',', ';', '\t'};
    return *std::ranges::max_element(
        dividers, {}, [&](char divider) { return std::ranges::count(head, divider); });
}

class CsvReader {
public:
    CsvReader(std::string_view text, const std::string& file, Diagnostics& diagnostics)
        : text_(text), file_(file), diagnostics_(diagnostics), divider_(dividerOf(text)) {}

    bool read() {
        while (at_ < text_.size()) {
            if (!readRow()) return false;
        }
        return true;
    }

    std::vector<CsvRow> rows;

private:
    bool readRow() {
        CsvRow row;
        bool more = true;
        while (more) {
            row.push_back({{}, here()});
            if (!readCell(row.back().text)) return false;
            more = at_ < text_.size() && text_[at_] == divider_;
            if (more && !step()) return false;
        }
        if (row.size() > 1 || !row.front().text.empty()) rows.push_back(std::move(row));
        return skipLineEnd();
    }

    bool readCell(std::string& cell) {
        if (at_ < text_.size() && text_[at_] == '"') return readQuoted(cell);
        while (at_ < text_.size() && text_[at_] != divider_ && !atLineEnd()) {
            if (!take(cell)) return false;
        }
        return true;
    }

    bool readQuoted(std::string& cell) {
        const SourcePlace opened = here();
        if (!step()) return false;
        while (at_ < text_.size()) {
            if (text_[at_] == '"') {
                if (!step()) return false;
                if (at_ >= text_.size() || text_[at_] != '"') return true;
            }
            if (!take(cell)) return false;
        }
        diagnostics_.error(opened, "this quote is never closed");
        return false;
    }

    /// Appends one character and goes past it.
    bool take(std::string& cell) {
        const std::size_t from = at_;
        if (!step()) return false;
        cell += text_.substr(from, at_ - from);
        return true;
    }

    bool step() {
        const std::size_t length = utf8Length(text_, at_);
        if (length == 0) {
            diagnostics_.error(here(), fmt::format("this is not UTF-8 (byte 0x{:02x}); save the "
                                                   "table as CSV in UTF-8",
                                                   static_cast<unsigned char>(text_[at_])));
            return false;
        }
        column_ = text_[at_] == '\n' ? 1 : column_ + 1;
        if (text_[at_] == '\n') ++line_;
        at_ += length;
        return true;
    }

    [[nodiscard]] bool atLineEnd() const { return text_[at_] == '\n' || text_[at_] == '\r'; }

    bool skipLineEnd() {
        while (at_ < text_.size() && atLineEnd()) {
            if (!step()) return false;
        }
        return true;
    }

    [[nodiscard]] SourcePlace here() const { return {file_, line_, column_}; }

    std::string_view text_;
    const std::string& file_;
    Diagnostics& diagnostics_;
    char divider_;
    std::size_t at_ = 0;
    int line_ = 1;
    int column_ = 1;
};

}  // namespace

std::string csvCell(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string csvRow(std::span<const std::string> cells) {
    std::string row;
    for (const std::string& cell : cells) {
        if (!row.empty() || &cell != cells.data()) row += ',';
        row += csvCell(cell);
    }
    return row + "\r\n";
}

std::vector<CsvRow> readCsv(std::string_view text, const std::string& file,
                            Diagnostics& diagnostics) {
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    CsvReader reader(text, file, diagnostics);
    if (!reader.read()) return {};
    return std::move(reader.rows);
}

}  // namespace ebbflow::core
