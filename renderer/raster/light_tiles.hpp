#pragma once
// The tiles of one frame's light: where it is drawn, and where it shines.

#include "raster/tile_set.hpp"

namespace ebbflow::raster {

struct LightTiles {
    TileSet drawn;    ///< lights, ribbons and rings
    TileSet shining;  ///< those, their bloom, and glows
    float reach = 0;  ///< of the bloom, real pixels

    /// For a picture of this size, in real pixels; none marked.
    LightTiles(int width, int height);
    void mark(const PixelRect& box);
    void markAll();
};

}  // namespace ebbflow::raster
