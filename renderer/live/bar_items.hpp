#pragma once
// The bar at the foot as items of the overlay. It decides how the bar looks; where its parts stand,
// bar.hpp says.

#include <vector>

#include "live/bar.hpp"
#include "picture/description.hpp"

namespace ebbflow::live {

/// In reference pixels, for a picture of the plan's shape.
[[nodiscard]] std::vector<picture::OverlayItem> barItems(const Bar& bar, const frame::Plan& plan);

}  // namespace ebbflow::live
