#pragma once
// Derives from the world what the ground's light rests on: slopes of the relief in ever smaller
// sizes, and nearness of land around it. It knows no camera and no GL; both ways of drawing take it
// as it is.

#include "geo/world.hpp"
#include "raster/crew.hpp"
#include "raster/terrain.hpp"

namespace ebbflow::raster {

/// The same on every processor, whatever number of hands the crew has.
[[nodiscard]] Terrain makeTerrain(const geo::World& world, Crew& crew);

}  // namespace ebbflow::raster
