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

core::LonLat greatCirclePoint(core::LonLat a, core::LonLat b, double fraction) {
    const glm::dvec3 start = unitVector(a);
    const glm::dvec3 end = unitVector(b);
    const double angle = fraction * angleBetween(start, end);
    return lonLatOf(std::cos(angle) * start + std::sin(angle) * direction(start, end));
}

std::vector<core::LonLat> greatCirclePath(core::LonLat a, core::LonLat b, int count) {
    assert(count >= 2);
    std::vector<core::LonLat> path;
    path.reserve(static_cast<std::size_t>(count));
    path.push_back(a);
    for (int i = 1; i < count; ++i) {
        const double fraction = static_cast<double>(i) / static_cast<double>(count - 1);
        core::LonLat p = i == count - 1 ? b : greatCirclePoint(a, b, fraction);
        p.lon = nearLongitude(p.lon, path.back().lon);
        path.push_back(p);
    }
    return path;
}

}  // namespace ebbflow::geo
