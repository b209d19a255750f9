#pragma once
// Where a map may write an area's name: in the middle of where it is widest. Degrees, as if on a
// plane.

#include <optional>

#include "geo/shapes.hpp"

namespace ebbflow::intake {

/// A point inside, clear of holes; nothing where the polygon has no width anywhere.
[[nodiscard]] std::optional<glm::dvec2> labelPoint(const geo::Polygon& polygon);

}  // namespace ebbflow::intake
