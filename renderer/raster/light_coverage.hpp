#pragma once
// Where in the picture lights and ribbons may shine, found on the CPU without drawing: a little
// too much is allowed, too little never. Mirrors the sizes of shaders/light.vert.glsl.

#include <cstdint>
#include <memory>
#include <vector>

#include <glm/vec2.hpp>
#include <glm/vec4.hpp>

#include "picture/description.hpp"
#include "raster/light_tiles.hpp"
#include "raster/view_block.hpp"

namespace ebbflow::raster {

class LightCoverage {
public:
    /// `packed`: the paths as packPaths() makes them.
    LightCoverage(std::shared_ptr<const picture::Lights> lights, std::vector<glm::vec4> packed);

    /// Marks the tiles of the picture's lights and ribbons. `laneScale`: as laneScale() has it.
    void mark(const picture::MapPicture& picture, const ViewBlock& view, float laneScale,
              LightTiles& tiles);
    [[nodiscard]] const std::vector<glm::vec4>& packedPaths() const { return packed_; }

private:
    void makeRoomFor(const picture::LightLook& look);
    void findUnderWay(const picture::MapPicture& picture, float now);
    void markStretch(std::uint32_t path, int segment, const ViewBlock& view, float laneScale,
                     LightTiles& tiles) const;
    void markRibbon(const picture::Ribbon& ribbon, const ViewBlock& view, float laneScale,
                    LightTiles& tiles) const;

    std::shared_ptr<const picture::Lights> lights_;
    std::vector<glm::vec4> packed_;
    float tail_ = 0, beside_ = 0;       ///< reference pixels: what any look may need
    std::vector<std::uint64_t> taken_;  ///< per path, a bit for each segment with a light on it
};

}  // namespace ebbflow::raster
