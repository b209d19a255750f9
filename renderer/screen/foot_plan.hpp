#pragma once
// Room that the whole film keeps free at the foot of the picture, so that nothing there jumps from
// step to step: for its highest caption, and for as many lines of sources as it ever needs.

#include "screen/lettering.hpp"

namespace ebbflow::screen {

struct FootPlan {
    double captionWidth = 0;   ///< reference pixels; 0 where the film has no captions
    double captionHeight = 0;  ///< of the highest one
    int sourceRows = 1;        ///< one, or two where the two halves do not fit side by side
};

[[nodiscard]] FootPlan planFoot(const Lettering& letters);

}  // namespace ebbflow::screen
