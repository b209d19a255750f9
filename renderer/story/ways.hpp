#pragma once
// What stands on the map for whole stretches of time: per path and kind all that the tables hold,
// for accumulated pictures, and the shimmers that the script asks for. Neither launches a light.

#include <span>
#include <vector>

#include "flow/schedule.hpp"
#include "story/light_plan.hpp"
#include "story/path_book.hpp"

namespace ebbflow::story {

/// Fills plan.ways and plan.mostOnAWay, where any step accumulates. `entries`: one per movement.
void planWays(const film::Film& film, const core::Span& whole, std::span<const PathEntry> entries,
              LightPlan& plan);

/// Per step of the timeline, its `ambience`. Unknown places are reported.
[[nodiscard]] std::vector<std::vector<Veil>> planVeils(const film::Film& film,
                                                       const Timeline& timeline, PathBook& book,
                                                       LightPlan& plan,
                                                       core::Diagnostics& diagnostics);

/// What is shown that no table says, a sentence each: for the audit.
[[nodiscard]] std::vector<std::string> fromNoTable(const scene::Scene& scene);

}  // namespace ebbflow::story
