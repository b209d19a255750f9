#pragma once
// The furniture over the picture: words, boxes, strips, polylines, pictures, in their order, in
// display space.

#include <variant>
#include <vector>

#include "gl/objects.hpp"
#include "paint/fullscreen.hpp"
#include "paint/image_cache.hpp"
#include "paint/outline.hpp"
#include "paint/programs.hpp"
#include "paint/sprite_painter.hpp"
#include "paint/text_cache.hpp"
#include "paint/tile_set.hpp"
#include "picture/description.hpp"

namespace ebbflow::paint {

class OverlayPainter {
public:
    OverlayPainter(std::shared_ptr<const text::Typesetter> typesetter,
                   const Fullscreen& fullscreen);
    /// Sorts the items, lays them out for a picture of `touched`'s size, and marks the tiles they
    /// cover. They must outlive the next paint().
    void prepare(const std::vector<picture::OverlayItem>& items, TileSet& touched);
    /// Paints what was prepared over the bound framebuffer, premultiplied.
    void paint(const Programs& programs);

private:
    /// Neighbours of one kind in the order of the items, drawn in one call.
    struct Run {
        enum class Kind { sprites, mesh, text, image } kind = Kind::sprites;
        std::size_t first = 0;
        std::size_t count = 0;
    };
    /// Words and where they lie, real pixels from the top left.
    struct PlacedWords {
        const picture::TextItem* item;
        const TextCache::Words* words;
        double left, top;
    };
    struct PlacedImage {
        const picture::ImageItem* item;
        glm::vec4 box;  ///< left, top, width, height
    };
    void addImage(const picture::ImageItem& item, TileSet& touched);
    void addWords(const picture::TextItem& item, TileSet& touched);
    void markMesh(std::size_t first, TileSet& touched) const;
    void extendRun(Run::Kind kind, std::size_t first, std::size_t end);
    void drawMesh(const Programs& programs, const Run& run, glm::vec2 size) const;
    void drawText(const Programs& programs, const PlacedWords& placed, glm::vec2 size) const;
    void drawImage(const Programs& programs, const PlacedImage& placed, glm::vec2 size);

    const Fullscreen& fullscreen_;
    TextCache words_;
    ImageCache pictures_;
    SpritePainter sprites_;
    gl::Buffer meshBuffer_;
    gl::VertexArray meshArray_;
    std::vector<Run> runs_;
    std::vector<Sprite> boxes_;
    std::vector<MeshVertex> mesh_;
    std::vector<PlacedWords> texts_;
    std::vector<PlacedImage> images_;
    glm::ivec2 size_{0};  ///< of the picture, real pixels
};

}  // namespace ebbflow::paint
