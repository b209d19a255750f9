#pragma once
// Triangles of a polygon with holes by clipping ears (Meisters 1975), holes joined to the outline
// by bridges (Eberly, Triangulation by Ear Clipping), neighbours found along a Z-order curve. It
// expects a valid polygon; on another it gives up or covers the wrong area, which the caller must
// check.

#include <cstdint>
#include <optional>

#include "geo/shapes.hpp"

namespace ebbflow::geo {

/// Counter-clockwise triangles as places in the rings' points, counted through from the outline's
/// first. Every vertex is kept, also those on straight edges, so that neighbours' edges match.
/// Nothing when no ear is left to clip.
[[nodiscard]] std::optional<std::vector<std::uint32_t>> clipEars(const Polygon& polygon);

}  // namespace ebbflow::geo
