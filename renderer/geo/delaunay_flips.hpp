#pragma once
// Makes triangles fat by flipping inner edges until each is locally Delaunay (Lawson 1977). Outer
// edges stay; the covered area does not change.

#include <cstdint>
#include <span>
#include <vector>

#include <glm/vec2.hpp>

namespace ebbflow::geo {

/// `triangles`: counter-clockwise triples of places in `points`; changed in place.
void flipToDelaunay(std::span<const glm::dvec2> points, std::span<std::uint32_t> triangles);

}  // namespace ebbflow::geo
