#pragma once
// OGR geometries as our shapes: only the parts of the wanted kind. It refuses coordinates that are
// no numbers or no degrees. For the readers of the geo room.

#include <string>

#include "geo/feature.hpp"

class OGRGeometry;

namespace ebbflow::geo {

/// Adds the geometry's parts, in degrees (to 540 of longitude, either way), to the feature. Returns
/// what is wrong with it, or nothing. Curves are taken as chords; outlines of polygons do for
/// lines.
[[nodiscard]] std::string addShapes(const OGRGeometry& geometry, ShapeKind kind, Feature& feature);

/// Whether a layer or feature of OGR's geometry type `wkbType` can hold shapes of `kind`.
[[nodiscard]] bool canHold(int wkbType, ShapeKind kind);

}  // namespace ebbflow::geo
