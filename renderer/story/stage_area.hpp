#pragma once
// The part of the picture in which cameras show their places.

#include "core/coordinates.hpp"

namespace ebbflow::story {

/// Where places that are shown must lie: inside the safe area, clear of captions and the year band.
/// Reference pixels.
[[nodiscard]] core::PixelBox stageArea(double aspect);

}  // namespace ebbflow::story
