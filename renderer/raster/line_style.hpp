#pragma once
// How a line of the map is drawn, as numbers.

#include <cstdint>

#include <glm/vec4.hpp>

namespace ebbflow::raster {

/// As shaders/line.vert.glsl has it.
struct LineStyle {
    glm::vec4 colour{0};  ///< picture::palette::flatMap() rgb, opacity
    float width = 1;      ///< reference pixels
    float drawn = 1;      ///< 0…1 of the line's length
    float period = 0;     ///< of dots or dashes, reference pixels; 0 = solid
    float on = 1;         ///< 0…1: the part of the period that is drawn
};
static_assert(sizeof(LineStyle) == 32);

struct StyledLine {
    std::uint32_t line = 0;
    LineStyle style;
};

}  // namespace ebbflow::raster
