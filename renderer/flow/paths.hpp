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
    /// x, y: km on the map plane; z: height over it in km, 0 at both ends of the whole way, highest
    /// in its middle. kPathSamples of them, or none where no part of the way is on the map.
    std::vector<glm::vec3> samples;
    double groundKm = 0;  ///< length over the ground, of the part that is on the map
    bool alongRoute = false;
};

/// The great circle between two places, or the part of `route` between its points nearest to the
/// two ends (walked backwards where need be), joined to them. A route whose nearest points are
/// the same leads nowhere: the great circle is taken. Where the projection cuts the way, or
/// stretches it twentyfold, the samples stop at the cut, up in the air; a way that begins off the
/// map is shown from where it comes in. Heights: a parabola, for a great circle up to 12 % of the
/// whole length, for a route a tenth of that.
[[nodiscard]] Path makePath(const geo::Projection& projection, core::LonLat from, core::LonLat to,
                            const geo::Route* route);

}  // namespace ebbflow::flow
