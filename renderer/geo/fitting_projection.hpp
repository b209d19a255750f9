#pragma once
// A projection that fits what a film shows: centred on it, north up over its middle, of the kind
// that its extent asks for. It knows places and ways, not why they are shown.

#include <span>
#include <string>
#include <vector>

#include "core/coordinates.hpp"

namespace ebbflow::geo {

/// A way between two places, and how many take it.
struct Passage {
    core::LonLat from, to;
    double count = 1;
};

/// A PROJ definition. Places that lie within a cap: Lambert's azimuthal equal-area projection round
/// their middle, or, where they lie in a broad band of middle latitudes, Albers' conic one. More
/// than that: the Equal Earth projection, its seam where the fewest go across it. No place at all:
/// the world.
[[nodiscard]] std::string fittingProjection(std::span<const core::LonLat> places,
                                            std::span<const Passage> passages);

}  // namespace ebbflow::geo
