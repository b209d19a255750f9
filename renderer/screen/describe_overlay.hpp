#pragma once
// Everything over the map at one moment, in the order in which it is drawn.

#include <vector>

#include "picture/description.hpp"
#include "screen/page.hpp"
#include "screen/screen_plan.hpp"

namespace ebbflow::screen {

/// `moment` must be one of `plan`.
void describeOverlay(const ScreenPlan& plan, const Moment& moment,
                     std::vector<picture::OverlayItem>& items);

}  // namespace ebbflow::screen
