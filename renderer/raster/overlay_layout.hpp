#pragma once
// The furniture of a frame laid out on whole and real pixels: words, boxes, strips, polylines,
// pictures, in their order, for whoever draws them. It draws none itself.

#include <cstddef>
#include <memory>
#include <vector>

#include <glm/vec2.hpp>
#include <glm/vec4.hpp>

#include "picture/description.hpp"
#include "raster/outline.hpp"
#include "raster/sprites.hpp"
#include "raster/text_cache.hpp"
#include "raster/tile_set.hpp"

namespace ebbflow::raster {

class OverlayLayout {
public:
    /// Whole rows of the picture, from its top.
    struct RowSpan {
        int top = 0, bottom = 0;
        friend bool operator==(const RowSpan&, const RowSpan&) = default;
    };
    /// Neighbours of one kind in the order of the items, seen through one gap.
    struct Run {
        enum class Kind { sprites, mesh, text, image } kind = Kind::sprites;
        std::size_t first = 0;
        std::size_t count = 0;
        RowSpan rows;  ///< in which they are seen
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

    explicit OverlayLayout(std::shared_ptr<const text::Typesetter> typesetter)
        : words_(std::move(typesetter)) {}

    /// Lays the items out for a picture of `touched`'s size, and marks the tiles they cover. They
    /// must outlive what is done with the layout.
    void lay(const std::vector<picture::OverlayItem>& items, TileSet& touched);
    /// The frame is drawn; words that have not been used for long are dropped.
    void endFrame() { words_.endFrame(); }

    [[nodiscard]] glm::ivec2 size() const { return size_; }  ///< of the picture, real pixels
    [[nodiscard]] const std::vector<Run>& runs() const { return runs_; }
    [[nodiscard]] const std::vector<Sprite>& boxes() const { return boxes_; }
    [[nodiscard]] const std::vector<MeshVertex>& mesh() const { return mesh_; }
    [[nodiscard]] const std::vector<PlacedWords>& texts() const { return texts_; }
    [[nodiscard]] const std::vector<PlacedImage>& images() const { return images_; }

private:
    void addImage(const picture::ImageItem& item, TileSet& touched);
    void addWords(const picture::TextItem& item, TileSet& touched);
    void markMesh(std::size_t first, TileSet& touched) const;
    void extendRun(Run::Kind kind, std::size_t first, std::size_t end, const picture::Gap& gap);
    [[nodiscard]] RowSpan rowsOf(const picture::Gap& gap) const;

    TextCache words_;
    std::vector<Run> runs_;
    std::vector<Sprite> boxes_;
    std::vector<MeshVertex> mesh_;
    std::vector<PlacedWords> texts_;
    std::vector<PlacedImage> images_;
    glm::ivec2 size_{0};
};

/// Straight colour, its opacity times `opacity`.
[[nodiscard]] inline glm::vec4 rgbaOf(const core::Colour& c, float opacity = 1) {
    return {c.r, c.g, c.b, c.a * opacity};
}

}  // namespace ebbflow::raster
