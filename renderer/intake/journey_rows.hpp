#pragma once
// Rows that are journeys, an end in each of two columns or pairs of columns, as movements of a
// draft. Counts, dates and kinds are taken as they stand; what a row does not say stays empty.

#include "intake/draft.hpp"
#include "intake/given.hpp"
#include "intake/place_finder.hpp"
#include "intake/reading.hpp"

namespace ebbflow::intake {

/// Whether a table has two ends in every row, by the names of its columns.
[[nodiscard]] bool hasTwoEnds(const flow::RawTable& table);

/// Most kinds of movement that one film has.
inline constexpr std::size_t kMostKinds = 16;

/// Adds the table's rows to `draft`. False when its dates or numbers cannot be told for certain,
/// which has been reported.
bool addJourneys(Sheet& sheet, PlaceFinder& places, Reading& reading, Draft& draft);

}  // namespace ebbflow::intake
