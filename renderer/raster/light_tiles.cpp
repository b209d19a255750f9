#include "raster/light_tiles.hpp"

#include "raster/look.hpp"

namespace ebbflow::raster {

LightTiles::LightTiles(int width, int height) : drawn(width, height), shining(width, height) {
    // As paint/glow_painter.cpp has it: four pixels a texel, four taps of the blur either way and
    // the fetches between texels before, in and after it.
    const int texels = (height + kSmaller - 1) / kSmaller;
    const float stride = static_cast<float>(texels) / 270.0F;
    reach = kSmaller * (3.24F * stride + 3) + kSmaller;
}

void LightTiles::mark(const PixelRect& box) {
    drawn.mark(box);
    shining.mark(box.grown(reach));
}

void LightTiles::markAll() {
    drawn.markAll();
    shining.markAll();
}

}  // namespace ebbflow::raster
