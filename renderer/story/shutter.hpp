#pragma once
// The moments that an open shutter sees, for motion blur: exact film times within one frame. It
// describes and draws nothing.

#include <vector>

#include "core/film_time.hpp"
#include "story/timeline.hpp"

namespace ebbflow::story {

struct Shutter {
    int angle = 0;     ///< degrees of 360, the time of a whole frame; 0: a moment, no blur
    int moments = 16;  ///< that are looked at while it is open, evenly
};

/// The middles of the shutter's equal parts, each rounded down to a whole tick; with an angle of 0
/// the frame's start alone. It opens at the frame's start, so that no frame looks into the next;
/// and it never looks past a cut, where pictures are not to mix.
[[nodiscard]] std::vector<core::FilmTime> openMoments(const Timeline& timeline,
                                                      core::FilmTime frameStart,
                                                      const core::FrameRate& rate,
                                                      const Shutter& shutter);

}  // namespace ebbflow::story
