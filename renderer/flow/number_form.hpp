#pragma once
// How the numbers of a table are written: which sign stands before decimals and what groups digits.
// It is settled for a whole table, from all cells that hold numbers and from what divides the
// columns; never from one cell, in which `45,764` may be either.

#include <optional>
#include <string>
#include <string_view>

#include "core/diagnostic.hpp"
#include "core/table_columns.hpp"
#include "flow/raw_table.hpp"

namespace ebbflow::flow {

/// Settles the form of a table's numbers. What is not plain digits is said: as a warning where it
/// was read, as an error with both readings where it could not be.
void settleNumbers(RawTable& table, const core::TableColumns& columns,
                   core::Diagnostics& diagnostics);

/// The number in plain digits with a point, `-1390.5`; nothing for what is no number in this form.
[[nodiscard]] std::optional<std::string> plainNumber(std::string_view text, char decimal);

}  // namespace ebbflow::flow
