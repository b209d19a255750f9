#pragma once
// How the dates of a table are written, column by column: as EDTF, or as `date_format` says. Which
// other form a column could have is found from all its cells, and named, never taken.

#include <string_view>

#include "core/date.hpp"
#include "core/diagnostic.hpp"
#include "core/table_columns.hpp"
#include "flow/raw_table.hpp"

namespace ebbflow::flow {

/// Looks at all dates of a table before they are read. Clocks of several zones in one column are
/// said.
void settleDates(RawTable& table, const core::TableColumns& columns,
                 core::Diagnostics& diagnostics);

/// A cell's period in the form of its table.
[[nodiscard]] core::PeriodOrFault readDate(const RawTable& table, std::string_view column,
                                           std::string_view text);

/// The first column that none of ours is read from and that looks like dates by its name and by all
/// of its cells, in EDTF or in a form that `date_format` can name; empty where there is none.
[[nodiscard]] std::string unreadDates(const RawTable& table, const core::TableColumns& columns);

}  // namespace ebbflow::flow
