#pragma once
// A picture of one size and what it is put together from, with a note of what the last frame left
// there, so that the next need not draw all of it again. It draws nothing itself.

#include "gl/objects.hpp"
#include "paint/layers.hpp"
#include "paint/light_coverage.hpp"
#include "paint/tile_set.hpp"

namespace ebbflow::paint {

struct Canvas {
    explicit Canvas(PictureDepth of) : depth(of) {}

    PictureDepth depth;
    gl::Texture lights, picture;
    gl::Texture before;  ///< what a cross-fade comes from
    gl::Framebuffer lightTarget, pictureTarget;

    TileSet lit{0, 0};      ///< tiles of `lights` that are not black
    TileSet touched{0, 0};  ///< tiles of the picture that are more than the ground
    TileSet unread{0, 0};   ///< tiles of the picture that changed since planes were made of it
    float brightness = -1;  ///< of the ground in the picture; negative: of nothing that could stay

    /// Makes everything anew unless it has that size.
    void resize(int width, int height);
    /// Whatever was drawn, nothing of it can stay.
    void forget();
    /// The tiles that cannot stay as the last frame left them, which are then noted as unread.
    /// `over`: what is drawn over the map.
    [[nodiscard]] TileSet change(const LightTiles& light, const TileSet& over, bool groundIsNew,
                                 float newBrightness);
    /// Copies the picture into `before`.
    void keepBefore();
    /// Above 0 that the picture's dither is for.
    [[nodiscard]] float levels() const;
};

}  // namespace ebbflow::paint
