#pragma once
// Great circles on the sphere of the Earth's mean radius: lengths and points on the way. It does
// not know the ellipsoid (its lengths are within 0.6 % of the geodesic's).

#include <vector>

#include <glm/vec3.hpp>

#include "core/coordinates.hpp"

namespace ebbflow::geo {

/// Mean radius of the Earth R1 = (2a + b) / 3 of WGS 84 (Moritz, Geodetic Reference System 1980),
/// km.
inline constexpr double kEarthRadiusKm = 6371.0088;

/// Kilometres over the ground, 0…20015.
[[nodiscard]] double greatCircleKm(core::LonLat a, core::LonLat b);

/// The shorter way between two points, for asking for many points of it. For antipodes, which have
/// no shorter way, the way over the nearer pole of a's meridian.
class GreatCircle {
public:
    GreatCircle(core::LonLat a, core::LonLat b);
    /// The point at `fraction` (0 = a, 1 = b). Longitude in -180…180.
    [[nodiscard]] core::LonLat at(double fraction) const;

private:
    glm::dvec3 start_, across_;  ///< unit vectors at right angles
    double angle_;               ///< radians
};

/// One point of a great circle.
[[nodiscard]] core::LonLat greatCirclePoint(core::LonLat a, core::LonLat b, double fraction);

/// `count` >= 2 points evenly spaced from a to b, both included. Longitudes run on without a jump
/// from a's own, so they may leave -180…180.
[[nodiscard]] std::vector<core::LonLat> greatCirclePath(core::LonLat a, core::LonLat b, int count);

}  // namespace ebbflow::geo
