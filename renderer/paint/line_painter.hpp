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
#include "raster/line_level.hpp"
#include "raster/line_style.hpp"
#include "raster/visible.hpp"

namespace ebbflow::paint {

class LinePainter {
public:
    /// `layer` must outlive it.
    LinePainter(const geo::LineLayer& layer, const char* label);

    /// Draws those that touch `seen.box`. The view block must be bound.
    void draw(const Programs& programs, std::span<const raster::StyledLine> lines,
              const raster::Seen& seen);

private:
    struct Level {
        std::vector<std::vector<raster::LinePiece>> lines;  ///< pieces of each line
        gl::Buffer points, lengths, corners;
        gl::VertexArray array;
    };
    const Level& levelFor(int detail);

    const geo::LineLayer& layer_;
    const char* label_;
    std::vector<raster::LineStyle> styles_;
    gl::Buffer styleBuffer_;
    std::map<int, Level> levels_;
};

}  // namespace ebbflow::paint
