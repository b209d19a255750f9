#pragma once
// The way between two camera views: pan and zoom as van Wijk & Nuij (2003), "Smooth and efficient
// zooming and panning", tilt and bearing turned evenly along it.

#include "frame/camera.hpp"

namespace ebbflow::frame {

/// `progress` 0…1 runs along the way at even perceived speed; callers ease it. Exactly `from` at 0
/// and `to` at 1. Bearing turns the shorter way round.
[[nodiscard]] CameraView between(const CameraView& from, const CameraView& to, double progress);

}  // namespace ebbflow::frame
