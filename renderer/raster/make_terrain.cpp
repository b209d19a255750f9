#include "raster/make_terrain.hpp"

#include <utility>

#include "raster/land_shelf.hpp"
#include "raster/slope_levels.hpp"

namespace ebbflow::raster {

Terrain makeTerrain(const geo::World& world, Crew& crew) {
    const core::MapBox& box = world.relief.extent;
    Terrain terrain;
    terrain.slopes = slopeLevels(world.relief, crew);
    terrain.hasRelief = !world.relief.empty();
    if (terrain.hasRelief)
        terrain.reliefBox = {box.minX, box.maxY, 1 / box.width(), 1 / box.height()};
    LandShelf shelf = landShelf(world);
    terrain.shelfWidth = shelf.width;
    terrain.shelfHeight = shelf.height;
    terrain.shelf = std::move(shelf.nearness);
    terrain.shelfBox = shelf.box;
    return terrain;
}

}  // namespace ebbflow::raster
