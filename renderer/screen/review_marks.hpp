#pragma once
// What a copy for comments has burnt in: that it is a draft, the timecode, the chapter. It lies in
// the margin above the graphics-safe area, over everything that the film has itself.

#include "core/film_time.hpp"
#include "core/timecode.hpp"
#include "picture/description.hpp"
#include "screen/page.hpp"

namespace ebbflow::screen {

/// Adds the marks of film time `time` to its description; `clock` names the frames.
void addReviewMarks(const Lettering& letters, core::FilmTime time, const core::TimecodeClock& clock,
                    picture::FrameDescription& description);

}  // namespace ebbflow::screen
