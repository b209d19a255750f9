#pragma once
// A picture of one size and what it is put together from, with a note of what the last frame left
// there, so that the next need not draw all of it again. It draws nothing itself.

#include "gl/objects.hpp"
#include "raster/layers.hpp"
#include "raster/tile_notes.hpp"

namespace ebbflow::paint {

struct Canvas {
    explicit Canvas(raster::PictureDepth of) : depth(of) {}

    raster::PictureDepth depth;
    gl::Texture lights, picture;
    gl::Texture before;  ///< what a cross-fade comes from
    gl::Framebuffer lightTarget, pictureTarget;

    raster::TileNotes notes;

    /// Makes everything anew unless it has that size.
    void resize(int width, int height);
    /// Whatever was drawn, nothing of it can stay.
    void forget();
    /// Copies the picture into `before`.
    void keepBefore();
    /// Above 0 that the picture's dither is for.
    [[nodiscard]] float levels() const;
};

}  // namespace ebbflow::paint
