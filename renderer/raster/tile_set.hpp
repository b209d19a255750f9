#pragma once
// Which square tiles of a picture something touches, so that what nothing touched can stay as it
// was drawn before. Arithmetic on the CPU; it draws nothing and does not know why a tile is marked.

#include <cstdint>
#include <vector>

#include <glm/vec4.hpp>

namespace ebbflow::raster {

/// Real pixels from the picture's bottom left.
struct PixelRect {
    float left = 0, bottom = 0, right = 0, top = 0;
    [[nodiscard]] PixelRect grown(float by) const {
        return {left - by, bottom - by, right + by, top + by};
    }
};

class TileSet {
public:
    /// Real pixels; a divisor of the side of Mesa's own tiles, so that whole ones stay whole.
    static constexpr int kSide = 32;

    TileSet() = default;
    /// None marked. Real pixels.
    TileSet(int width, int height);

    /// Every tile that the box touches; what lies outside the picture is left out.
    void mark(const PixelRect& box);
    void markAll();
    /// Sets of the same size only.
    void add(const TileSet& other);
    void remove(const TileSet& other);

    [[nodiscard]] bool empty() const;
    [[nodiscard]] int width() const { return width_; }
    [[nodiscard]] int height() const { return height_; }
    /// The marked tiles as few rectangles that do not overlap: left, bottom, right, top, in real
    /// pixels, cut at the picture's edge.
    [[nodiscard]] std::vector<glm::ivec4> rectangles() const;

private:
    /// Columns [first, end) of one row of tiles.
    struct Run {
        int first = 0, end = 0;
        friend bool operator==(const Run&, const Run&) = default;
    };
    [[nodiscard]] std::vector<Run> runsOf(int row) const;
    [[nodiscard]] glm::ivec4 rectangleOf(const Run& run, int firstRow, int endRow) const;

    int width_ = 0, height_ = 0, columns_ = 0, rows_ = 0;
    std::vector<std::uint8_t> marked_;  ///< rows from the bottom
};

/// The box of what is measured from the top left, y down, in a picture `height` real pixels high.
[[nodiscard]] inline PixelRect fromTop(float left, float top, float right, float bottom,
                                       int height) {
    const auto h = static_cast<float>(height);
    return {left, h - bottom, right, h - top};
}

}  // namespace ebbflow::raster
