#pragma once
// What was found under the pointer as items of the overlay: a ring about it, and a note beside it
// that stays within the picture.

#include <vector>

#include "frame/plan.hpp"
#include "live/found.hpp"
#include "picture/description.hpp"

namespace ebbflow::live {

[[nodiscard]] std::vector<picture::OverlayItem> foundItems(const Found& found,
                                                           const frame::Plan& plan);

}  // namespace ebbflow::live
