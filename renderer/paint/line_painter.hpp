#pragma once
// Draws the lines of one layer with a width in the picture, joined, each in its own style, whole or
// as far as they have been drawn. The expansion happens in shaders/line.vert.glsl.

#include <cstdint>
#include <span>
#include <vector>

#include <glm/vec4.hpp>

#include "core/colour.hpp"
#include "geo/world.hpp"
#include "gl/objects.hpp"
#include "paint/programs.hpp"

namespace ebbflow::paint {

/// As shaders/line.vert.glsl has it.
struct LineStyle {
    glm::vec4 colour{0};  ///< encoded rgb, opacity
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

class LinePainter {
public:
    LinePainter(const geo::LineLayer& layer, const char* label);

    /// Draws those that touch `visible`. The view block must be bound.
    void draw(const Programs& programs, std::span<const StyledLine> lines,
              const core::MapBox& visible);
    /// All lines of the layer in one style.
    void drawAll(const Programs& programs, const LineStyle& style, const core::MapBox& visible);

private:
    struct Range {
        std::uint32_t firstStrip = 0;
        std::uint32_t stripCount = 0;
        core::MapBox bounds;
    };
    struct StripRange {
        std::int32_t firstPoint = 0;  ///< its guard, in the buffer
        std::int32_t segments = 0;
    };
    void upload(const geo::LineLayer& layer, const char* label);

    std::vector<Range> lines_;
    std::vector<StripRange> strips_;
    std::vector<LineStyle> styles_;
    gl::Buffer points_, lengths_, styleBuffer_, corners_;
    gl::VertexArray array_;
};

}  // namespace ebbflow::paint
