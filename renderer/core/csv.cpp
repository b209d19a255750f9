#include "core/csv.hpp"

#include "core/csv_scanner.hpp"

namespace ebbflow::core {

namespace {

/// The value of a cell that the scanner found sound: without the quotes around it and the blanks
/// around those, and doubled quotes as one.
std::string valueOf(std::string_view cell) {
    const std::size_t open = cell.find_first_not_of(' ');
    if (open == std::string_view::npos || cell[open] != '"') return std::string(cell);
    std::string value;
    for (std::size_t at = open + 1; at < cell.size(); ++at) {
        if (cell[at] == '"' && (++at >= cell.size() || cell[at] != '"')) break;
        value += cell[at];
    }
    return value;
}

class CellReader : public CsvListener {
public:
    CellReader(std::string_view text, const std::string& file) : text_(text), file_(file) {}

    void cell(TextPlace place, std::size_t offset, bool firstOfRow) override {
        if (firstOfRow) {
            rows.emplace_back();
        } else {
            endCell(offset - 1);
        }
        rows.back().push_back({{}, placeOf(place)});
        begin_ = offset;
    }
    void rowEnd(std::size_t offset) override { endCell(offset); }

    [[nodiscard]] SourcePlace placeOf(TextPlace place) const {
        return {file_, static_cast<int>(place.line), static_cast<int>(place.column)};
    }

    std::vector<CsvRow> rows;

private:
    void endCell(std::size_t end) {
        rows.back().back().text = valueOf(text_.substr(begin_, end - begin_));
    }

    std::string_view text_;
    const std::string& file_;
    std::size_t begin_ = 0;
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
    const char separator = csvSeparator(text);
    CsvScanner scanner(separator == 0 ? ',' : separator);
    CellReader reader(text, file);
    scanner.feed(text, reader);
    if (scanner.finish(reader)) return std::move(reader.rows);
    for (const CsvFault& fault : scanner.faults())
        diagnostics.error(reader.placeOf(fault.place), fault.message);
    return {};
}

}  // namespace ebbflow::core
