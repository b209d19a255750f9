#pragma once
// The true scale at the middle of the picture: how far it is on the ground across so many pixels.
// Measured on the globe, so that it holds for every projection and camera.

#include <optional>

#include "story/story.hpp"

namespace ebbflow::story {

/// Kilometres of great circle between the ends of a level line of `pixels` (reference) through the
/// middle of the picture; nothing where the map ends before.
[[nodiscard]] std::optional<double> groundAcross(const Story& story,
                                                 const picture::CameraView& view, double pixels);
/// The other way round: reference pixels that are `km` there.
[[nodiscard]] std::optional<double> pixelsFor(const Story& story, const picture::CameraView& view,
                                              double km);
/// The largest of 1, 2, 5, 10, 20 … that is not more.
[[nodiscard]] double roundBelow(double km);

}  // namespace ebbflow::story
