#pragma once
// Adds lights, ribbons and rings to a band of a field of light, by the processor's vectors. Bit for
// bit the same for every set of instructions.

#include <cstdint>
#include <span>

#include "raster/band.hpp"
#include "raster/light_field.hpp"
#include "raster/pixels.hpp"
#include "raster/ribbon_strips.hpp"
#include "raster/splats.hpp"
#include "raster/sprites.hpp"

namespace ebbflow::raster {

void addSplats(std::span<const Splat> splats, std::span<const SplatLook> looks,
               std::span<const std::uint32_t> chosen, Band band, LightField& field);
/// What threads cross.
struct Crossed {
    const GroundLight& ground;  ///< of the field's size
    glm::vec4 luma{0};          ///< of it as it will be shown: picture::lumaWeights()
};
/// Where several ribbons lie on one another, each colour is the strongest one's: a railway that
/// many ways share stays as faint as one. To be done before anything is added.
void layRibbons(const RibbonStrips& strips, std::span<const std::uint32_t> chosen,
                const Crossed& crossed, float shimmerSeconds, Band band, LightField& field);
/// Glows and rings. `scale`: the field's texels to a reference pixel.
void addSprites(std::span<const Sprite> sprites, float scale, Band band, LightField& field);

}  // namespace ebbflow::raster
