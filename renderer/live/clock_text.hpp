#pragma once
// The line that tells the time of the film and its chapter. It does not say when that is shown.

#include <string>
#include <string_view>

#include "frame/plan.hpp"

namespace ebbflow::live {

/// `1:05`, `1:02:05`: whole seconds.
[[nodiscard]] std::string timeText(core::FilmTime time);

/// `1:05 / 3:20   2/6   Students`, to the hundredth when `exact`; `state` (paused, end) behind it.
[[nodiscard]] std::string clockText(const frame::Plan& plan, core::FilmTime time, bool exact,
                                    std::string_view state);

}  // namespace ebbflow::live
