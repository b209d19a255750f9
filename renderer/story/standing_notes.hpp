#pragma once
// What the legend says of that which stands on the map and does not fly: what a thread's width
// means, who the dots of a crowd are, and that a veil counts nothing.

#include <string>
#include <vector>

#include "story/story.hpp"

namespace ebbflow::story {

/// Lines for the legend of a step of the timeline, in the plan's language; often none.
[[nodiscard]] std::vector<std::string> standingNotes(const Story& story, std::size_t step);

}  // namespace ebbflow::story
