#pragma once
// The camera along a way of more than two views: through stops, or with a moving crowd. A way is
// views at even times with a curve through them; where the stops come from is camera_plan's work.

#include <span>
#include <vector>

#include "picture/camera.hpp"

namespace ebbflow::story {

/// How far a move goes, in screens panned, doublings zoomed and turns of 60 degrees.
[[nodiscard]] double reach(const picture::CameraView& from, const picture::CameraView& to);

/// Seconds that a move of that reach takes where none are written: 1.5 to 4.
[[nodiscard]] double moveSecondsFor(double reach);
/// The same through several stops: as long as it needs, 3 at least.
[[nodiscard]] double waySecondsFor(std::span<const picture::CameraView> stops);

/// Views of a way, evenly spaced in time.
inline constexpr double kViewsPerSecond = 30;

/// A smooth flight through all stops in `seconds` (> 0), at even perceived speed, at rest at both
/// ends: a centripetal Catmull–Rom curve (Yuksel, Schaefer and Keyser 2011) in place; log width,
/// tilt and bearing go smoothly from stop to stop, never beyond them. At least two stops; the last
/// view is exactly the last stop.
[[nodiscard]] std::vector<picture::CameraView> wayThrough(
    std::span<const picture::CameraView> stops, double seconds);

/// The view `since` seconds after the beginning of a way that lasts `seconds`: clamped to its ends.
[[nodiscard]] picture::CameraView viewOnWay(std::span<const picture::CameraView> way,
                                            double seconds, double since);

}  // namespace ebbflow::story
