#pragma once
// Makes shapes in degrees whole across the antimeridian: a ring that jumps from +179.9 to -179.9
// runs on to +180.1 instead. Longitudes leave -180…180 for that; cutting them to a map is the
// cutters' work.

#include "geo/shapes.hpp"

namespace ebbflow::geo {

/// Shifts each vertex by whole turns so that no edge jumps more than 180 degrees of longitude (an
/// edge of exactly 360, the straight foot of a world-wide box, is left alone). A ring that goes
/// once round the Earth is closed over the pole it surrounds, and points within 0.15 degrees of a
/// pole are put on it.
void unwrapRing(Ring& ring);
/// Unwraps every ring, and puts each hole on the turn of its outline.
void unwrapPolygon(Polygon& polygon);
void unwrapLine(Polyline& line);

/// Outlines as lines, without the edges that only close a shape along a pole or the antimeridian.
[[nodiscard]] std::vector<Polyline> outlines(const Polygon& polygon);

}  // namespace ebbflow::geo
