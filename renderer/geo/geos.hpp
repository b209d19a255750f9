#pragma once
// The polygon operations that GEOS does for us, on our own shapes. One object per thread. It throws
// core::Failure with GEOS's reason when an operation fails.

#include <array>
#include <span>
#include <string>
#include <vector>

#include "geo/shapes.hpp"

struct GEOSContextHandle_HS;

namespace ebbflow::geo {

class Geos {
public:
    Geos();
    ~Geos();
    Geos(const Geos&) = delete;
    Geos& operator=(const Geos&) = delete;

    /// The polygon as valid ones: rings noded, inside told by crossings counted odd or even. Lines
    /// and points that are left over are dropped.
    [[nodiscard]] std::vector<Polygon> repaired(const Polygon& polygon);
    /// The same shape with its corners on a grid of `step`: near-coincident points become one, and
    /// what falls together goes. For shapes whose own corners are too fine for arithmetic.
    [[nodiscard]] std::vector<Polygon> snapped(const Polygon& polygon, double step);
    [[nodiscard]] std::vector<Polygon> intersection(const std::vector<Polygon>& a,
                                                    const Polygon& b);
    /// What of `a` is not in `b`.
    [[nodiscard]] std::vector<Polygon> difference(const Polygon& a, const std::vector<Polygon>& b);
    [[nodiscard]] std::vector<Polygon> united(const std::vector<Polygon>& polygons);
    /// Constrained Delaunay triangles of a valid polygon.
    [[nodiscard]] std::vector<std::array<glm::dvec2, 3>> triangles(const Polygon& polygon);

private:
    GEOSContextHandle_HS* context_;
    std::string lastMessage_;
};

}  // namespace ebbflow::geo
