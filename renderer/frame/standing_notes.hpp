#pragma once
// What the legend says of that which stands on the map and does not fly: what a thread's width
// means, and that a veil counts nothing.

#include <string>
#include <vector>

#include "frame/plan.hpp"

namespace ebbflow::frame {

/// Lines for the legend of a step of the timeline, in the plan's language; often none.
[[nodiscard]] std::vector<std::string> standingNotes(const Plan& plan, std::size_t step);

/// Kinds whose threads a step with that `accumulate` shows: the legend must have their colours,
/// though none of their lights may fly. Indices into LightPlan::kinds, in order.
[[nodiscard]] std::vector<std::size_t> kindsOfThreads(const Timeline& timeline,
                                                      const LightPlan& lights, std::size_t step,
                                                      scene::Accumulate accumulate);

}  // namespace ebbflow::frame
