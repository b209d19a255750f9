#pragma once
// A Hud as items of the overlay. It decides where each stands, not when; no export draws it.

#include <vector>

#include "frame/plan.hpp"
#include "live/hud.hpp"
#include "picture/description.hpp"

namespace ebbflow::live {

/// In reference pixels, for a picture of the plan's shape.
[[nodiscard]] std::vector<picture::OverlayItem> hudItems(const Hud& hud, const frame::Plan& plan);

/// Lays items over a frame, and over its fade to black too: the window must be able to speak while
/// the film opens or has ended.
void layOver(picture::FrameDescription& description, std::vector<picture::OverlayItem> items,
             double aspect);

}  // namespace ebbflow::live
