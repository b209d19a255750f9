#pragma once
// Where a point that the script names lies on the map and in the picture.

#include <optional>

#include "core/coordinates.hpp"
#include "picture/camera.hpp"
#include "scene/place_ref.hpp"
#include "story/story.hpp"

namespace ebbflow::screen {

/// Nothing for a name that no place has.
[[nodiscard]] std::optional<core::LonLat> positionOf(const story::Story& story,
                                                     const scene::PlaceRef& ref);

/// Nothing where it is behind the camera or not on the map.
[[nodiscard]] std::optional<core::PixelPoint> anchorOf(const story::Story& story,
                                                       const picture::CameraView& view,
                                                       const scene::PlaceRef& ref);

}  // namespace ebbflow::screen
