#include "flow/csv_index.hpp"

namespace ebbflow::flow {

std::span<const TextPlace> CsvIndex::cells(std::size_t row) const {
    const std::size_t end = row + 1 < rows_.size() ? rows_[row + 1] : cells_.size();
    return std::span(cells_).subspan(rows_[row], end - rows_[row]);
}

void CsvIndex::cell(TextPlace place, std::size_t offset, bool firstOfRow) {
    if (firstOfRow) {
        if (rows_.empty()) firstRowOffset_ = offset;
        rows_.push_back(cells_.size());
    }
    cells_.push_back(place);
}

}  // namespace ebbflow::flow
