#pragma once
// The ground of a picture, a band at a time, by the processor's vectors: areas in flat colours at
// four samples a pixel, lines over them, and the light on both. Bit for bit the same for every set
// of instructions.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include <glm/mat3x3.hpp>

#include "raster/band.hpp"
#include "raster/ground_shapes.hpp"
#include "raster/pixels.hpp"
#include "raster/terrain.hpp"
#include "raster/view_block.hpp"

namespace ebbflow::raster {

/// A colour of the flat map, 0…255: root of linear rgb, and how much of the relief lies on it.
using FlatColour = std::array<std::uint8_t, 4>;

/// A fill of the plan as the flat map takes it.
struct FlatFill {
    FlatColour colour{};
    float opacity = 1;
};

/// What a thread keeps from band to band for its memory alone.
struct BandMemory {
    std::array<std::vector<std::uint16_t>, 4> samples;  ///< numbers of colours
    std::vector<std::uint32_t> colours;
    std::vector<std::uint16_t> blended;
};

/// The band's areas, resolved, into the flat map.
void fillAreas(std::span<const GroundTriangle> triangles, std::span<const std::uint32_t> chosen,
               std::span<const FlatFill> fills, FlatColour sea, Band band, BandMemory& memory,
               Pixels& flat);

/// The band's lines over it.
void layLines(std::span<const GroundSegment> segments, std::span<const std::uint32_t> chosen,
              Band band, Pixels& flat);

/// What the light on a ground depends on besides its flat map.
struct GroundLighting {
    const Terrain& terrain;
    const ViewBlock& view;
    glm::mat3 mapFromNdc{1.0F};
    float reliefStrength = 0;
    glm::vec2 slopeLight{0};  ///< slopeLight()'s
};

void lightGround(const GroundLighting& lighting, const Pixels& flat, Band band,
                 GroundLight& ground);

}  // namespace ebbflow::raster
