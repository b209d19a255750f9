#pragma once
// The furniture over the picture: words, boxes, strips, polylines, pictures, in their order, in
// display space.

#include <vector>

#include "gl/objects.hpp"
#include "paint/fullscreen.hpp"
#include "paint/image_cache.hpp"
#include "paint/programs.hpp"
#include "paint/sprite_painter.hpp"
#include "paint/word_textures.hpp"
#include "picture/description.hpp"
#include "raster/overlay_layout.hpp"

namespace ebbflow::paint {

class OverlayPainter {
public:
    OverlayPainter(std::shared_ptr<const text::Typesetter> typesetter,
                   const Fullscreen& fullscreen);
    /// Lays the items out for a picture of `touched`'s size, and marks the tiles they cover. They
    /// must outlive the next paint().
    void prepare(const std::vector<picture::OverlayItem>& items, raster::TileSet& touched) {
        layout_.lay(items, touched);
    }
    /// Paints what was prepared over the bound framebuffer, premultiplied.
    void paint(const Programs& programs);

private:
    using Run = raster::OverlayLayout::Run;
    using PlacedWords = raster::OverlayLayout::PlacedWords;
    using PlacedImage = raster::OverlayLayout::PlacedImage;
    void drawMesh(const Programs& programs, const Run& run, glm::vec2 size) const;
    void drawText(const Programs& programs, const PlacedWords& placed, glm::vec2 size);
    void drawImage(const Programs& programs, const PlacedImage& placed, glm::vec2 size);

    const Fullscreen& fullscreen_;
    raster::OverlayLayout layout_;
    WordTextures words_;
    ImageCache pictures_;
    SpritePainter sprites_;
    gl::Buffer meshBuffer_;
    gl::VertexArray meshArray_;
};

}  // namespace ebbflow::paint
