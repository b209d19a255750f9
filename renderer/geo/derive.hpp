#pragma once
// Layers that a script did not give, made from those it gave: land as the union of its states,
// border lines as the edges that two states share. It invents no boundary.

#include <vector>

#include "geo/layers.hpp"

namespace ebbflow::geo {

/// One feature: all the states of all times, united.
[[nodiscard]] std::vector<Feature> landOf(const std::vector<Feature>& states);

/// Where two features that hold at one time have an edge in common, vertex for vertex: kind
/// `state`, left and right the two ids, valid while both are. `idField` is its place in
/// Feature::values.
[[nodiscard]] std::vector<RawLine> bordersOf(const std::vector<Feature>& states,
                                             std::size_t idField);

/// The outlines of land, without edges that only close a shape along a pole or the antimeridian.
[[nodiscard]] std::vector<RawLine> coastsOf(const std::vector<Feature>& land);

}  // namespace ebbflow::geo
