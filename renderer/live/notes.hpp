#pragma once
// A presenter's notes as lines for a terminal: what the step on screen is, what to say, and what
// comes next. Notes are never drawn on the film.

#include <string>

#include "frame/plan.hpp"

namespace ebbflow::live {

/// `step`: index into the timeline's steps. Ends with a line break.
[[nodiscard]] std::string notesText(const frame::Plan& plan, std::size_t step);

}  // namespace ebbflow::live
