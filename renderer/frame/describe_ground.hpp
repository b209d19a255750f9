#pragma once
// What the ground shows at a moment: states and borders by date, lakes, rivers, railways in use.

#include "picture/description.hpp"
#include "story/moment.hpp"

namespace ebbflow::frame {

[[nodiscard]] picture::BaseMap describeGround(const story::Moment& moment);

}  // namespace ebbflow::frame
