#pragma once
// What the ground shows at a moment: states and borders by date, lakes, rivers, railways in use.

#include "frame/description.hpp"
#include "frame/moment.hpp"

namespace ebbflow::frame {

[[nodiscard]] BaseMap describeGround(const Moment& moment);

}  // namespace ebbflow::frame
