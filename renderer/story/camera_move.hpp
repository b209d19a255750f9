#pragma once
// The way between two camera views: pan and zoom as van Wijk & Nuij (2003), "Smooth and efficient
// zooming and panning", tilt and bearing turned evenly along it.

#include "picture/camera.hpp"

namespace ebbflow::story {

/// `progress` 0…1 runs along the way at even perceived speed; callers ease it. Exactly `from` at 0
/// and `to` at 1. Bearing turns the shorter way round.
[[nodiscard]] picture::CameraView between(const picture::CameraView& from,
                                          const picture::CameraView& to, double progress);

}  // namespace ebbflow::story
