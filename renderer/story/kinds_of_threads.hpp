#pragma once
// Which kinds stand on the map as threads.

#include <vector>

#include "story/light_plan.hpp"
#include "story/timeline.hpp"

namespace ebbflow::story {

/// Kinds whose threads a step with that `accumulate` shows: the legend must have their colours,
/// though none of their lights may fly. Indices into LightPlan::kinds, in order.
[[nodiscard]] std::vector<std::size_t> kindsOfThreads(const Timeline& timeline,
                                                      const LightPlan& lights, std::size_t step,
                                                      scene::Accumulate accumulate);

}  // namespace ebbflow::story
