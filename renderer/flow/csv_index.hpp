#pragma once
// Where each row and cell of a CSV text stands, by line and column: OGR counts records, and quoted
// newlines and blank lines make that another number than the editor's. It reads no values.

#include <span>
#include <string_view>
#include <vector>

#include "core/csv_scanner.hpp"

namespace ebbflow::flow {

using core::TextPlace;

class CsvIndex : private core::CsvListener {
public:
    explicit CsvIndex(char separator) : scanner_(separator) {}

    /// As core::CsvScanner has them.
    bool feed(std::string_view bytes) { return scanner_.feed(bytes, *this); }
    bool finish() { return scanner_.finish(*this); }
    [[nodiscard]] const std::vector<core::CsvFault>& faults() const { return scanner_.faults(); }

    /// Rows that are not blank lines, the header among them.
    [[nodiscard]] std::size_t rowCount() const { return rows_.size(); }
    [[nodiscard]] std::span<const TextPlace> cells(std::size_t row) const;
    /// Byte at which the first row begins.
    [[nodiscard]] std::size_t firstRowOffset() const { return firstRowOffset_; }

private:
    void cell(TextPlace place, std::size_t offset, bool firstOfRow) override;
    void rowEnd(std::size_t) override {}

    core::CsvScanner scanner_;
    std::size_t firstRowOffset_ = 0;
    std::vector<TextPlace> cells_;
    std::vector<std::size_t> rows_;  ///< index of each row's first cell
};

}  // namespace ebbflow::flow
