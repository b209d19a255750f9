#pragma once
// What a copy for comments has burnt in: that it is a draft, the timecode, the chapter. It lies in
// the margin above the graphics-safe area, over everything that the film has itself.

#include "core/film_time.hpp"
#include "core/timecode.hpp"
#include "frame/description.hpp"
#include "frame/plan.hpp"

namespace ebbflow::frame {

/// Adds the marks of film time `time` to its description; `clock` names the frames.
void addReviewMarks(const Plan& plan, core::FilmTime time, const core::TimecodeClock& clock,
                    FrameDescription& description);

}  // namespace ebbflow::frame
