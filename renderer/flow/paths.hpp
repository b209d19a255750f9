#pragma once
// The ways that journeys take over the map plane: one sampled path per origin, destination and
// route, shared by every journey on it.

#include <string>
#include <vector>

#include <glm/vec3.hpp>

#include "core/coordinates.hpp"
#include "geo/world.hpp"

namespace ebbflow::flow {

/// Samples evenly spaced by distance along the ground.
inline constexpr int kPathSamples = 64;

struct Path {
    /// x, y: km on the map plane; z: height over it in km, 0 at both ends, highest in the middle.
    std::vector<glm::vec3> samples;  ///< kPathSamples of them
    double groundKm = 0;             ///< length over the ground
    bool alongRoute = false;
};

/// The great circle between two places, or the part of `route` between its points nearest to the
/// two ends (walked backwards where need be), joined to them. Where the projection cuts the way,
/// the samples stop at the cut. Heights: a great circle rises to 12 % of its length, a route to a
/// tenth of that.
[[nodiscard]] Path makePath(const geo::Projection& projection, core::LonLat from, core::LonLat to,
                            const geo::Route* route);

}  // namespace ebbflow::flow
