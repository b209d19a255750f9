#pragma once
// How often a polygon's edges cross one another, counted before anything is cut: what is repaired
// and triangulated grows with it. Near n log n for shapes of the Earth, and given up on for others.

#include <cstdint>

#include "geo/shapes.hpp"

namespace ebbflow::geo {

/// Pairs of edges with a point in common that is inside of both; more than `most` where there are
/// more, or where so many edges lie over one another that counting them would take long.
[[nodiscard]] std::uint64_t selfCrossings(const Polygon& polygon, std::uint64_t most);

}  // namespace ebbflow::geo
