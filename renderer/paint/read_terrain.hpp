#pragma once
// The terrain that GL derived from the world, brought into the processor's memory.

#include "geo/world.hpp"
#include "paint/fullscreen.hpp"
#include "paint/programs.hpp"
#include "raster/terrain.hpp"

namespace ebbflow::paint {

[[nodiscard]] raster::Terrain readTerrain(const geo::World& world, const Programs& programs,
                                          const Fullscreen& fullscreen);

}  // namespace ebbflow::paint
