#pragma once
// Rows of a table that are points, as stops: with a name, a date and whose they are, where columns
// say so.

#include "intake/given.hpp"
#include "intake/journey.hpp"
#include "intake/reading.hpp"

namespace ebbflow::intake {

/// One pair of columns that is a position, and no two ends.
[[nodiscard]] bool hasPoints(const flow::RawTable& table);
[[nodiscard]] bool hasDates(const flow::RawTable& table);

/// Nothing where its dates cannot be told for certain, which has been reported.
[[nodiscard]] std::optional<std::vector<Stop>> pointsOf(Sheet& sheet, Reading& reading);

}  // namespace ebbflow::intake
