#pragma once
// The relief's slopes as texels of eight bits, in ever smaller sizes, as trilinear sampling wants
// them.

#include <vector>

#include "geo/world.hpp"
#include "raster/crew.hpp"
#include "raster/terrain.hpp"

namespace ebbflow::raster {

/// As large as the relief first, each half as large as the one before, down to one texel; a single
/// level texel where there is no relief.
[[nodiscard]] std::vector<SlopeLevel> slopeLevels(const geo::Relief& relief, Crew& crew);

}  // namespace ebbflow::raster
