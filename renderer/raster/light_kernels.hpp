#pragma once
// Adds lights, ribbons and rings to a band of a field of light, by the processor's vectors. Bit for
// bit the same for every set of instructions.

#include <cstdint>
#include <span>

#include "raster/band.hpp"
#include "raster/light_field.hpp"
#include "raster/ribbon_strips.hpp"
#include "raster/splats.hpp"
#include "raster/sprites.hpp"

namespace ebbflow::raster {

void addSplats(std::span<const Splat> splats, std::span<const SplatLook> looks,
               std::span<const std::uint32_t> chosen, Band band, LightField& field);
void addRibbons(const RibbonStrips& strips, std::span<const std::uint32_t> chosen,
                float shimmerSeconds, Band band, LightField& field);
/// Glows and rings. `scale`: the field's texels to a reference pixel.
void addSprites(std::span<const Sprite> sprites, float scale, Band band, LightField& field);

}  // namespace ebbflow::raster
