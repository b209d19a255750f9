#pragma once
// The ways that journeys take over the map plane: one sampled path per origin, destination and
// route, shared by every journey on it. A way that leaves the map at one edge and comes back at
// another has a part on either side.

#include <string>
#include <vector>

#include <glm/vec3.hpp>

#include "core/coordinates.hpp"
#include "flow/own_way.hpp"
#include "flow/path_samples.hpp"
#include "geo/world.hpp"

namespace ebbflow::flow {

/// A stretch of a way that is on the map in one piece.
struct PathPart {
    double begin = 0, end = 1;  ///< 0…1 of the whole way's length over the ground
    /// x, y: km on the map plane; z: height over it in km, 0 at both ends of the whole way, highest
    /// in its middle. kPathSamples of them.
    std::vector<glm::vec3> samples;
};

struct Path {
    std::vector<PathPart> parts;  ///< in the order of travel; none where the map shows none of it
    double groundKm = 0;          ///< length over the ground of the whole way, seen or not
    bool alongRoute = false;
};

/// The great circle between two places, or the part of `route` between its points nearest to the
/// two ends (walked backwards where need be), joined to them. A route whose nearest points are
/// the same leads nowhere: the great circle is taken. Where the map's edge cuts the way, one part
/// ends and the next begins, up in the air; what lies outside of the map is left out. Where the map
/// stretches a way much, as near a pole that is its edge, parts are shorter, so that their samples
/// still follow it. Heights: a parabola, for a great circle up to 12 % of the whole length, for a
/// route a tenth of that.
[[nodiscard]] Path makePath(const geo::Projection& projection, core::LonLat from, core::LonLat to,
                            const geo::Route* route);

/// The same along a way that a table brings itself, from its first point to its last.
[[nodiscard]] Path makePath(const geo::Projection& projection, const OwnWay& way);

}  // namespace ebbflow::flow
