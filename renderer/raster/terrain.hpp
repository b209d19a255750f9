#pragma once
// What the ground's light rests on, in the processor's memory: slopes of the relief in ever smaller
// sizes, and nearness of land, over the map plane. It is storage.

#include <cstdint>
#include <vector>

#include <glm/vec4.hpp>

namespace ebbflow::raster {

/// Four bytes a texel, of which three count: rise along x and y (riseOf() of shaders/curves.glsl),
/// height. Rows from the top.
struct SlopeLevel {
    int width = 1, height = 1;
    std::vector<std::uint32_t> texels{0x00008080U};
};

struct Terrain {
    std::vector<SlopeLevel> slopes{SlopeLevel{}};  ///< each half as large as the one before
    glm::vec4 reliefBox{0};                        ///< km: left, top, 1/width, 1/height
    bool hasRelief = false;
    int shelfWidth = 1, shelfHeight = 1;
    std::vector<std::int32_t> shelf{0};  ///< 0…255: nearness of land; rows from the bottom
    glm::vec4 shelfBox{0};               ///< km: left, bottom, 1/width, 1/height
};

}  // namespace ebbflow::raster
