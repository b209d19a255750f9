#pragma once
// What moves at a moment: the lights under way, ribbons, glows, rings, dots and squares, and what
// is in focus.

#include <vector>

#include "picture/description.hpp"
#include "screen/planned_label.hpp"
#include "story/moment.hpp"

namespace ebbflow::frame {

/// `labels`: whose places have dots.
void describeFlow(const story::Moment& moment, const std::vector<screen::PlannedLabel>& labels,
                  picture::MapPicture& frame);

}  // namespace ebbflow::frame
