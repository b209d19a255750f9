#pragma once
// The laser pointer's dot as items of the overlay. It decides how the dot looks; where it is,
// laser.hpp says.

#include <vector>

#include "frame/plan.hpp"
#include "live/laser.hpp"
#include "picture/description.hpp"

namespace ebbflow::live {

[[nodiscard]] std::vector<picture::OverlayItem> laserItems(const LaserSpot& spot,
                                                           const frame::Plan& plan);

}  // namespace ebbflow::live
