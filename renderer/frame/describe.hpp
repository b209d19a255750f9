#pragma once
// The frame as a pure function: describe(plan, t, waiting) gives all that is on screen at film time
// t. It reads the plan and nothing else; asked twice, or in any order, it answers the same.

#include "core/film_time.hpp"
#include "frame/plan.hpp"
#include "picture/description.hpp"
#include "picture/excursion.hpp"

namespace ebbflow::frame {

/// `waiting`: seconds that a presenter or a kiosk has waited at this film time; 0 in every export.
/// Only shimmer follows it. `away`: where a viewer has taken the camera; nowhere in every export.
[[nodiscard]] picture::FrameDescription describe(const Plan& plan, core::FilmTime time,
                                                 double waiting = 0,
                                                 const picture::Excursion& away = {});

}  // namespace ebbflow::frame
