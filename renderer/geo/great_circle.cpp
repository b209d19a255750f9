#include "geo/great_circle.hpp"

#include <cassert>

#include "geo/sphere.hpp"

namespace ebbflow::geo {

namespace {

/// A unit vector at right angles to `start`, towards `end`.
glm::dvec3 direction(const glm::dvec3& start, const glm::dvec3& end) {
    const glm::dvec3 across = end - glm::dot(start, end) * start;
    if (glm::length(across) > 1e-12) return glm::normalize(across);
    const glm::dvec3 pole{0, 0, start.z >= 0 ? 1.0 : -1.0};
    const glm::dvec3 north = pole - glm::dot(start, pole) * start;
    return glm::length(north) > 1e-12 ? glm::normalize(north) : glm::dvec3{1, 0, 0};
}

}  // namespace

double greatCircleKm(core::LonLat a, core::LonLat b) {
    return kEarthRadiusKm * angleBetween(unitVector(a), unitVector(b));
}

GreatCircle::GreatCircle(core::LonLat a, core::LonLat b)
    : start_(unitVector(a)),
      across_(direction(start_, unitVector(b))),
      angle_(angleBetween(start_, unitVector(b))) {}

core::LonLat GreatCircle::at(double fraction) const {
    const double angle = fraction * angle_;
    return lonLatOf(std::cos(angle) * start_ + std::sin(angle) * across_);
}

core::LonLat greatCirclePoint(core::LonLat a, core::LonLat b, double fraction) {
    return GreatCircle(a, b).at(fraction);
}

std::vector<core::LonLat> greatCirclePath(core::LonLat a, core::LonLat b, int count) {
    assert(count >= 2);
    std::vector<core::LonLat> path;
    path.reserve(static_cast<std::size_t>(count));
    path.push_back(a);
    const GreatCircle way(a, b);
    for (int i = 1; i < count; ++i) {
        const double fraction = static_cast<double>(i) / static_cast<double>(count - 1);
        core::LonLat p = i == count - 1 ? b : way.at(fraction);
        p.lon = nearLongitude(p.lon, path.back().lon);
        path.push_back(p);
    }
    return path;
}

}  // namespace ebbflow::geo
