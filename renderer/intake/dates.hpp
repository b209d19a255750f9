#pragma once
// Dates of a stranger's table, settled column by column before they are read: as EDTF, in the one
// form that reads them all, or as seconds since 1970. What may mean two days is refused with both.

#include "flow/raw_table.hpp"
#include "intake/reading.hpp"

namespace ebbflow::intake {

/// Settles a column that shall hold dates. False, with an error, where nobody can tell them; cells
/// of other programs' clocks are written anew as EDTF.
bool settleDates(flow::RawTable& table, std::size_t column, Reading& reading);

/// `2019-07-27T00:00:00`, also at midnight: a second, not a day.
[[nodiscard]] std::string clockText(core::Instant at);
/// The same of seconds since 1970.
[[nodiscard]] std::string epochText(double seconds);

}  // namespace ebbflow::intake
