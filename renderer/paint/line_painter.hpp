#pragma once
// Draws the lines of one layer with a width in the picture, joined, each in its own style, whole or
// as far as they have been drawn. The expansion happens in shaders/line.vert.glsl.

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include <glm/vec4.hpp>

#include "core/colour.hpp"
#include "geo/world.hpp"
#include "gl/objects.hpp"
#include "paint/programs.hpp"
#include "paint/visible.hpp"

namespace ebbflow::paint {

/// As shaders/line.vert.glsl has it.
struct LineStyle {
    glm::vec4 colour{0};  ///< palette::flatMap() rgb, opacity
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
    /// `layer` must outlive it.
    LinePainter(const geo::LineLayer& layer, const char* label);

    /// Draws those that touch `seen.box`. The view block must be bound.
    void draw(const Programs& programs, std::span<const StyledLine> lines, const Seen& seen);
    /// All lines of the layer in one style.
    void drawAll(const Programs& programs, const LineStyle& style, const Seen& seen);

private:
    /// Some segments of a strip that follow one another.
    struct Piece {
        std::int32_t firstPoint = 0;  ///< the point before its first segment, in the buffer
        std::int32_t segments = 0;
        core::MapBox bounds;
    };
    struct Level {
        std::vector<std::vector<Piece>> lines;  ///< pieces of each line
        gl::Buffer points, lengths, corners;
        gl::VertexArray array;
    };
    const Level& levelFor(int detail);
    static void appendPieces(std::span<const glm::vec4> strip, std::int32_t first,
                             std::vector<Piece>& out);

    const geo::LineLayer& layer_;
    const char* label_;
    std::vector<LineStyle> styles_;
    gl::Buffer styleBuffer_;
    std::map<int, Level> levels_;
};

}  // namespace ebbflow::paint
