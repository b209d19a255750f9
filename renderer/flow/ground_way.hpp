#pragma once
// A way over the ground through given points, asked for by the fraction of its length. It knows the
// sphere, not the map.

#include <span>
#include <vector>

#include "core/coordinates.hpp"
#include "geo/great_circle.hpp"

namespace ebbflow::flow {

class GroundWay {
public:
    /// Great circles from point to point; at least one point.
    explicit GroundWay(std::vector<core::LonLat> points);

    [[nodiscard]] double lengthKm() const { return reachedKm_.back(); }
    [[nodiscard]] std::size_t pointCount() const { return points_.size(); }
    /// The point at `fraction` (0…1) of the whole length.
    [[nodiscard]] core::LonLat at(double fraction) const;

private:
    std::vector<core::LonLat> points_;
    std::vector<geo::GreatCircle> legs_;
    std::vector<double> reachedKm_;  ///< at each point, from the start
};

/// From `from` to the nearest point of the route, along it, and from the point nearest to `to` on
/// to it. The great circle when the two nearest points are the same: the route then leads nowhere.
[[nodiscard]] GroundWay wayAlong(core::LonLat from, core::LonLat to,
                                 std::span<const core::LonLat> route);

}  // namespace ebbflow::flow
