#pragma once
// Polygons and polylines on a plane, before they become a drawing. Which plane (degrees, the
// cutter's own, kilometres of the map) is for whoever holds them to say; nothing here measures the
// Earth.

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include <glm/vec2.hpp>

namespace ebbflow::geo {

/// The last point is joined to the first and not repeated. Either turning.
using Ring = std::vector<glm::dvec2>;

/// The first ring is the outline, the others are its holes.
struct Polygon {
    std::vector<Ring> rings;
};

struct Polyline {
    std::vector<glm::dvec2> points;
    bool closed = false;  ///< the last point is joined to the first and not repeated
};

struct PlaneBox {
    glm::dvec2 low{std::numeric_limits<double>::infinity()};
    glm::dvec2 high{-std::numeric_limits<double>::infinity()};

    void add(glm::dvec2 p) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    [[nodiscard]] bool empty() const { return low.x > high.x; }
    [[nodiscard]] glm::dvec2 size() const { return high - low; }
};

[[nodiscard]] inline PlaneBox boxOf(const std::vector<glm::dvec2>& points) {
    PlaneBox box;
    for (const glm::dvec2 p : points) box.add(p);
    return box;
}

/// Twice the signed area by the shoelace formula, taken about the first point to keep precision;
/// positive = counter-clockwise.
[[nodiscard]] inline double twiceSignedArea(const Ring& ring) {
    double sum = 0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
        const glm::dvec2 a = ring[i] - ring[0];
        const glm::dvec2 b = ring[i + 1] - ring[0];
        sum += a.x * b.y - a.y * b.x;
    }
    return sum;
}

/// Area of the outline less that of the holes.
[[nodiscard]] inline double areaOf(const Polygon& polygon) {
    double area = 0;
    for (std::size_t i = 0; i < polygon.rings.size(); ++i) {
        const double ring = std::abs(twiceSignedArea(polygon.rings[i])) / 2;
        area += i == 0 ? ring : -ring;
    }
    return area;
}

}  // namespace ebbflow::geo
