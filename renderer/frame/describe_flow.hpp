#pragma once
// What moves at a moment: the lights under way, ribbons, glows, rings, dots and squares, and what
// is in focus.

#include "frame/description.hpp"
#include "frame/moment.hpp"

namespace ebbflow::frame {

void describeFlow(const Moment& moment, MapPicture& frame);

}  // namespace ebbflow::frame
