#pragma once
// Bands of a picture: a row of tiles each, the piece of work that one thread does at a time.

#include <algorithm>

#include "raster/tile_set.hpp"

namespace ebbflow::raster {

/// Rows from the bottom: at most kBandRows.
struct Band {
    int bottom = 0, top = 0;
};
inline constexpr int kBandRows = TileSet::kSide;

/// The bands of a picture, from the bottom.
[[nodiscard]] inline int bandsOf(int height) {
    return (height + kBandRows - 1) / kBandRows;
}
[[nodiscard]] inline Band bandAt(int number, int height) {
    return {number * kBandRows, std::min((number + 1) * kBandRows, height)};
}

}  // namespace ebbflow::raster
