#pragma once
// Lights, ribbons and rings of one map, added up in a field of light: set up, sorted into bands,
// and drawn a band a piece over all processors.

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "picture/description.hpp"
#include "raster/crew.hpp"
#include "raster/light_field.hpp"
#include "raster/light_kernels.hpp"
#include "raster/light_tiles.hpp"
#include "raster/ribbon_strips.hpp"
#include "raster/splats.hpp"
#include "raster/sprites.hpp"

namespace ebbflow::raster {

class LightRaster {
public:
    explicit LightRaster(std::shared_ptr<const picture::Lights> lights);

    /// Works out what the map's lights and ribbons are in the picture, and marks the tiles that
    /// they touch. `pixelsPerKm`: reference pixels.
    void setUp(const picture::MapPicture& map, const ViewBlock& view, double pixelsPerKm,
               Crew& crew, LightTiles& tiles);
    /// Adds what was set up, and rings, to the field, which is dark where nothing was added since
    /// it was cleared.
    void paint(std::span<const Sprite> rings, const Crossed& crossed, float shimmerSeconds,
               Crew& crew, LightField& field) const;

private:
    /// Appends what of these ranges is in the picture.
    void setUpSplats(const SplatView& view, const std::vector<picture::LightRange>& ranges,
                     Crew& crew);

    std::shared_ptr<const picture::Lights> lights_;
    std::vector<glm::vec4> packed_;
    std::vector<float> bends_;  ///< of each path, km
    PathTable paths_;
    // Kept from frame to frame for their memory alone.
    std::vector<std::vector<Splat>> shares_;
    std::vector<Splat> splats_;
    std::vector<SplatLook> looks_;
    RibbonStrips ribbons_;
};

}  // namespace ebbflow::raster
