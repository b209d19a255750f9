#pragma once
// Which counted value stands when: always one row of the table, as it was counted. It never
// adds up, interpolates or extrapolates, so the screen can name that row's source and confidence.

#include <span>
#include <string_view>

#include "core/date.hpp"
#include "flow/tables.hpp"

namespace ebbflow::flow {

/// From when on a figure may be shown: the first instant that its date can mean; for an interval
/// (`1950/1953`, a total over it) its last day, when it can have been known. Open at the end, its
/// first.
[[nodiscard]] core::Instant shownFrom(const Figure& figure);

/// From when on it is shown no more, if no later row has come: a year after the end of its date. An
/// older count would be read as one of today.
[[nodiscard]] core::Instant goneFrom(const Figure& figure);

/// The row of `id` shown then: the last whose shownFrom() is not after it, until the next. Of
/// rows of one instant, the later in the table. Null before the first, and when there is no such
/// id.
[[nodiscard]] const Figure* figureAt(std::span<const Figure> figures, std::string_view id,
                                     core::Instant instant);

}  // namespace ebbflow::flow
