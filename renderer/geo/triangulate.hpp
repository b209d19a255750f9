#pragma once
// Fills polygons on the map plane with triangles. It checks its work by area, and repairs a polygon
// that does not add up; it never returns triangles that cover something else.

#include <cstdint>

#include "geo/geos.hpp"

namespace ebbflow::geo {

struct Mesh {
    std::vector<glm::dvec2> vertices;
    std::vector<std::uint32_t> indices;  ///< triangles, counter-clockwise
    double area = 0;
};

/// Adds the polygon's triangles to `mesh`. Throws core::Failure when it cannot be repaired.
void triangulate(const Polygon& polygon, Geos& geos, Mesh& mesh);

}  // namespace ebbflow::geo
