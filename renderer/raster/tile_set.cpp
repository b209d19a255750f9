#include "raster/tile_set.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace ebbflow::raster {
namespace {

/// The tile that holds a coordinate, from −1 (before the first) to `count` (behind the last).
int tileAt(float coordinate, int count) {
    const float tile = std::floor(coordinate / TileSet::kSide);
    return static_cast<int>(std::clamp(tile, -1.0F, static_cast<float>(count)));
}

int tilesIn(int length) {
    return (length + TileSet::kSide - 1) / TileSet::kSide;
}

}  // namespace

TileSet::TileSet(int width, int height)
    : width_(width),
      height_(height),
      columns_(tilesIn(width)),
      rows_(tilesIn(height)),
      marked_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)) {}

void TileSet::mark(const PixelRect& box) {
    const int left = std::max(tileAt(box.left, columns_), 0);
    const int right = std::min(tileAt(box.right, columns_), columns_ - 1);
    const int bottom = std::max(tileAt(box.bottom, rows_), 0);
    const int top = std::min(tileAt(box.top, rows_), rows_ - 1);
    for (int row = bottom; row <= top && left <= right; ++row) {
        const auto first = marked_.begin() + std::ptrdiff_t{row} * columns_;
        std::fill(first + left, first + right + 1, std::uint8_t{1});
    }
}

void TileSet::markAll() {
    std::ranges::fill(marked_, std::uint8_t{1});
}

void TileSet::add(const TileSet& other) {
    assert(marked_.size() == other.marked_.size());
    for (std::size_t i = 0; i < marked_.size(); ++i) marked_[i] |= other.marked_[i];
}

void TileSet::remove(const TileSet& other) {
    assert(marked_.size() == other.marked_.size());
    for (std::size_t i = 0; i < marked_.size(); ++i) {
        if (other.marked_[i] != 0) marked_[i] = 0;
    }
}

bool TileSet::empty() const {
    return std::ranges::find(marked_, std::uint8_t{1}) == marked_.end();
}

std::vector<TileSet::Run> TileSet::runsOf(int row) const {
    std::vector<Run> runs;
    const std::uint8_t* tiles = marked_.data() + std::ptrdiff_t{row} * columns_;
    for (int i = 0; i < columns_; ++i) {
        if (tiles[i] == 0) continue;
        if (runs.empty() || runs.back().end != i) runs.push_back({i, i});
        runs.back().end = i + 1;
    }
    return runs;
}

glm::ivec4 TileSet::rectangleOf(const Run& run, int firstRow, int endRow) const {
    return {run.first * kSide, firstRow * kSide, std::min(run.end * kSide, width_),
            std::min(endRow * kSide, height_)};
}

std::vector<glm::ivec4> TileSet::rectangles() const {
    std::vector<glm::ivec4> result;
    std::vector<Run> open;
    int since = 0;
    for (int row = 0; row <= rows_; ++row) {
        const auto runs = row < rows_ ? runsOf(row) : std::vector<Run>{};
        if (runs == open && row < rows_) continue;
        // Rows that are alike are one row of higher rectangles.
        for (const Run& run : open) result.push_back(rectangleOf(run, since, row));
        open = runs;
        since = row;
    }
    return result;
}

}  // namespace ebbflow::raster
