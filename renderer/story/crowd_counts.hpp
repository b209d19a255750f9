#pragma once
// The crowds of `presence` held against the tables: at every step's start and end, the dots that
// stand, beside the lights that the rows' own departures make, counted again, or the figure.

#include <vector>

#include "flow/audit.hpp"
#include "story/story.hpp"

namespace ebbflow::story {

/// Step by step, in the order of the entries. Dots are counted on the map; so are the lights.
[[nodiscard]] std::vector<flow::CrowdCount> crowdCounts(const Story& story);

}  // namespace ebbflow::story
