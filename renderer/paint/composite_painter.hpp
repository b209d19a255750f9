#pragma once
// Ground, lights and bloom into the encoded picture, in the tiles that are asked for. It keeps
// nothing from frame to frame.

#include "gl/objects.hpp"
#include "paint/programs.hpp"
#include "paint/tile_painter.hpp"
#include "picture/ground_grade.hpp"
#include "raster/tile_set.hpp"

namespace ebbflow::paint {

class CompositePainter {
public:
    explicit CompositePainter(const Fullscreen& fullscreen);

    struct Sources {
        const gl::Texture& ground;
        const gl::Texture& lights;
        const gl::Texture& bloom;
        const picture::GroundGrade& grade;
        float levels = 255;  ///< above 0 that the picture's dither is for
    };
    /// Paints the tiles `wanted` into the bound framebuffer, which has the ground's size. Those
    /// that are not `shining` hold no light, and cost less.
    void paint(const Programs& programs, const Sources& sources, const raster::TileSet& wanted,
               const raster::TileSet& shining);

private:
    TilePainter tiles_;
};

}  // namespace ebbflow::paint
