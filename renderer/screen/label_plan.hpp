#pragma once
// Which names the map carries when, and where each stands: cities beside their dot, states and
// waters in what room the cities leave. Placed once per step for the whole of its camera move, so
// that no name swaps sides, pops or runs into another while the camera moves.

#include <string>
#include <vector>

#include "screen/objects.hpp"
#include "screen/page.hpp"
#include "screen/planned_label.hpp"

namespace ebbflow::screen {

/// Labels in order of their start. At no time do two of them that are both visible overlap, nor
/// leave the safe area while they are placed at rest.
/// Names keep clear of the page's furniture and of cards.
[[nodiscard]] std::vector<PlannedLabel> planLabels(const Page& page, const ObjectSeats& objects);

}  // namespace ebbflow::screen
