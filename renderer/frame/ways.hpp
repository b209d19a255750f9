#pragma once
// What stands on the map for whole stretches of time: per path and kind all that the tables hold,
// for accumulated pictures, and the shimmers that the script asks for. Neither launches a light.

#include <span>
#include <vector>

#include "flow/schedule.hpp"
#include "frame/light_plan.hpp"
#include "frame/path_book.hpp"

namespace ebbflow::frame {

/// Fills plan.ways and plan.mostOnAWay, where any step accumulates. `entries`: one per movement.
void planWays(const Film& film, const flow::Days& days, std::span<const PathEntry> entries,
              LightPlan& plan);

/// Per step of the timeline, its `ambience`. Unknown places are reported.
[[nodiscard]] std::vector<std::vector<Veil>> planVeils(const Film& film, const Timeline& timeline,
                                                       PathBook& book, LightPlan& plan,
                                                       core::Diagnostics& diagnostics);

/// What of the film is shown and not counted, a sentence each: for the audit.
[[nodiscard]] std::vector<std::string> uncounted(const scene::Scene& scene);

}  // namespace ebbflow::frame
