#pragma once
// Loose edges joined end to end into polylines, in degrees.

#include <array>
#include <cstdint>
#include <vector>

#include "geo/shapes.hpp"

namespace ebbflow::geo {

/// A place in billionths of a degree, the same on every turn of the globe: exact to compare.
using Node = std::array<std::int64_t, 2>;
/// Two nodes, the lesser first.
using Edge = std::array<Node, 2>;

[[nodiscard]] Edge edgeBetween(glm::dvec2 a, glm::dvec2 b);

/// Polylines that break only where other than two edges meet; unwrapped.
[[nodiscard]] std::vector<Polyline> chained(const std::vector<Edge>& edges);

}  // namespace ebbflow::geo
