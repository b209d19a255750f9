#pragma once
// A picture's best 256 colours, for GIF. The same picture gives the same palette on every machine;
// alpha is left out.

#include <array>
#include <cstdint>
#include <vector>

#include "encode/planes.hpp"

namespace ebbflow::encode {

struct Palette {
    std::array<std::uint32_t, 256> argb{};  ///< as libav has it, opaque
    std::vector<std::uint8_t> nearest;      ///< of each cell of 5 bits a channel: its colour
};

/// By median cut (Heckbert 1982) over cells of 5 bits a channel. The frame is PixelFormat::rgba8.
[[nodiscard]] Palette paletteOf(const Planes& frame);

/// The palette's numbers of the pixels of row `y`; `out` holds a byte a pixel.
void indicesOf(const Planes& frame, int y, const Palette& palette, std::uint8_t* out);

}  // namespace ebbflow::encode
