#pragma once
// A picture made smaller: every pixel is the mean of the area that it covers. Pure.

#include "core/image.hpp"

namespace ebbflow::remote {

/// As wide as that, in the same shape; the picture itself where it is no wider.
[[nodiscard]] core::Image smallPicture(const core::Image& image, int width);

}  // namespace ebbflow::remote
