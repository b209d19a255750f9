#pragma once
// How near the land is, over the map plane around what the film looks at: the light of the shelf.

#include <cstdint>
#include <vector>

#include <glm/vec4.hpp>

#include "geo/world.hpp"

namespace ebbflow::raster {

struct LandShelf {
    int width = 1, height = 1;
    std::vector<std::int32_t> nearness{0};  ///< 0…255; rows from the bottom
    glm::vec4 box{0};                       ///< km: left, bottom, 1/width, 1/height
};

/// The land, blurred.
[[nodiscard]] LandShelf landShelf(const geo::World& world);

}  // namespace ebbflow::raster
