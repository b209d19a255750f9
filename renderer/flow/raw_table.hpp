#pragma once
// A table as it was read: named columns of text, each row and cell with its place in the file. It
// knows nothing of what the columns mean.

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.hpp"
#include "core/table_columns.hpp"
#include "flow/cell_forms.hpp"
#include "flow/csv_index.hpp"
#include "flow/own_way.hpp"

namespace ebbflow::flow {

/// Without spaces, tabs, line ends and no-break spaces at both ends: spreadsheets leave them.
[[nodiscard]] std::string_view trimmed(std::string_view text);

struct RawRow {
    std::vector<std::string> values;  ///< by column; a row may be shorter than the header
    std::vector<TextPlace> places;    ///< of the values, where known
    core::SourcePlace place;
    std::shared_ptr<const OwnWay> way{};  ///< of a recorded journey
};

struct RawTable {
    core::SourcePlace place;           ///< of the header
    std::vector<std::string> columns;  ///< lower case
    std::vector<RawRow> rows;
    std::vector<bool> columnIsTyped;  ///< by column: whether the file itself holds numbers there
    char separator = 0;               ///< what divides the columns of a text file; else 0
    char decimal = 0;                 ///< as the script says; 0 where it does not
    NumberForm numbers;
    DateForms dates;

    [[nodiscard]] bool isTyped(std::size_t column) const;
    [[nodiscard]] std::optional<std::size_t> find(std::string_view column) const;
    /// Gives a column our name where it goes by another and ours is absent.
    void takeOtherNames(const core::TableColumns& columns);
};

/// Warns of columns that are none of `columns` but look like one that is absent. Other columns are
/// the author's own business.
void warnOfSlips(const RawTable& table, const core::TableColumns& columns,
                 core::Diagnostics& diagnostics);

/// One row on its way to becoming a typed one: values by column name, and whether a fault was
/// found.
class RowReader {
public:
    RowReader(const RawTable& table, const RawRow& row, core::Diagnostics& diagnostics)
        : table_(table), row_(row), diagnostics_(diagnostics) {}

    [[nodiscard]] bool has(std::string_view column) const {
        return table_.find(column).has_value();
    }
    /// Empty when the row or the table has no such value; without surrounding spaces.
    [[nodiscard]] std::string_view text(std::string_view column) const;
    [[nodiscard]] core::SourcePlace place(std::string_view column) const;
    [[nodiscard]] const RawTable& table() const { return table_; }
    [[nodiscard]] const RawRow& row() const { return row_; }
    [[nodiscard]] core::Diagnostics& diagnostics() { return diagnostics_; }

    void error(std::string_view column, std::string message);
    void warning(std::string_view column, std::string message);
    /// Reports a missing value and answers false, or answers true.
    [[nodiscard]] bool require(std::string_view column);
    /// For faults that others have reported.
    void markFaulty() { sound_ = false; }
    [[nodiscard]] bool sound() const { return sound_; }

private:
    const RawTable& table_;
    const RawRow& row_;
    core::Diagnostics& diagnostics_;
    bool sound_ = true;
};

}  // namespace ebbflow::flow
