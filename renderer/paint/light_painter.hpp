#pragma once
// Lights under way and the ribbons under them, added up in linear light. All journeys of the film
// lie in static buffers; a frame draws ranges of them and uploads only the looks.

#include <cstdint>
#include <span>
#include <vector>

#include "gl/objects.hpp"
#include "paint/fullscreen.hpp"
#include "paint/programs.hpp"
#include "picture/description.hpp"
#include "raster/light_coverage.hpp"

namespace ebbflow::paint {

class LightPainter {
public:
    LightPainter(std::shared_ptr<const picture::Lights> lights, const Fullscreen& fullscreen);

    /// What threads cross.
    struct Crossed {
        const gl::Texture& ground;  ///< of the framebuffer's size
        glm::vec4 luma{0};          ///< of it as it will be shown: picture::lumaWeights()
    };

    /// Adds to the bound framebuffer, which is dark. The view block must be bound.
    void paint(const Programs& programs, const picture::MapPicture& picture, const Crossed& crossed,
               double pixelsPerKm);
    /// raster::Marks the tiles that paint() may touch, without drawing. `view`: as it will be
    /// bound.
    void mark(const picture::MapPicture& picture, const raster::ViewBlock& view, double pixelsPerKm,
              raster::LightTiles& tiles);

private:
    void paintRibbons(const Programs& programs, const picture::MapPicture& picture,
                      const Crossed& crossed, float laneScale, double pixelsPerKm);
    void paintLights(const Programs& programs, const picture::MapPicture& picture, float laneScale);
    void paintRanges(const std::vector<picture::LightRange>& ranges, const gl::Buffer& lights,
                     std::uint32_t count) const;
    void uploadLooks(const picture::MapPicture& picture);

    const Fullscreen& fullscreen_;
    std::vector<picture::LightLook> looks_;
    std::vector<float> bends_;  ///< of each path, km
    std::uint32_t lightCount_ = 0, standingCount_ = 0;
    std::vector<picture::PathPart> parts_;  ///< of each path
    gl::Buffer lights_, standing_, paths_, stretches_, lookBuffer_;
    raster::LightCoverage coverage_;
};

}  // namespace ebbflow::paint
