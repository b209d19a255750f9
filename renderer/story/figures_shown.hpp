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

/// When a counter is gone, if no later count has come: a year after the end of
/// the figure's date. An older count would be read as one of today.
[[nodiscard]] core::Instant goneFrom(const flow::Figure& figure);

/// Ids of the sources of all that counters and chart show during the step, each once, in the order
/// of the script's figures.
[[nodiscard]] std::vector<std::string> sourcesOfFigures(const Story& story, std::size_t step);

}  // namespace ebbflow::story
