#pragma once
// Degrees and unit vectors on the sphere. Small arithmetic shared by great circles and the cutting
// of azimuthal maps; latitude is taken as spherical.

#include <cmath>
#include <numbers>

#include <glm/geometric.hpp>
#include <glm/vec3.hpp>

#include "core/coordinates.hpp"

namespace ebbflow::geo {

inline constexpr double kDegree = std::numbers::pi / 180.0;

[[nodiscard]] inline glm::dvec3 unitVector(core::LonLat p) {
    const double c = std::cos(p.lat * kDegree);
    return {c * std::cos(p.lon * kDegree), c * std::sin(p.lon * kDegree),
            std::sin(p.lat * kDegree)};
}

[[nodiscard]] inline core::LonLat lonLatOf(const glm::dvec3& v) {
    return {std::atan2(v.y, v.x) / kDegree, std::atan2(v.z, std::hypot(v.x, v.y)) / kDegree};
}

/// Radians between two unit vectors; accurate for small and for nearly straight angles.
[[nodiscard]] inline double angleBetween(const glm::dvec3& a, const glm::dvec3& b) {
    return std::atan2(glm::length(glm::cross(a, b)), glm::dot(a, b));
}

/// The longitude that means the same as `lon` and lies within 180 degrees of `reference`.
[[nodiscard]] inline double nearLongitude(double lon, double reference) {
    return lon + 360.0 * std::round((reference - lon) / 360.0);
}

}  // namespace ebbflow::geo
