#pragma once
// Which counted figures a step's counters and chart show, and until when. Each is one row of the
// tables, as it was counted; how it is drawn is the pieces' work.

#include <string>
#include <vector>

#include "flow/tables.hpp"
#include "story/story.hpp"

namespace ebbflow::story {

/// The ids of the step's counters; none where it has none.
[[nodiscard]] std::vector<std::string> counterIds(const Story& story, std::size_t step);

/// The ids of all figures that stand as a number or as a crowd: of its counters and its `presence`.
[[nodiscard]] std::vector<std::string> standingIds(const Story& story, std::size_t step);

/// Ids of the sources of all that counters, crowds and chart show during the step, each once, in
/// the order of the script's figures.
[[nodiscard]] std::vector<std::string> sourcesOfFigures(const Story& story, std::size_t step);

}  // namespace ebbflow::story
