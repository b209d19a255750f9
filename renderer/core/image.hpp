#pragma once
// A picture in memory: 8 bits a channel, RGBA, sRGB-encoded, rows from the top. It knows nothing of
// files.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace ebbflow::core {

struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;  ///< width × height × 4 bytes, straight alpha

    Image() = default;
    Image(int w, int h)
        : width(w),
          height(h),
          rgba(static_cast<std::size_t>(w) * static_cast<std::size_t>(h) * 4) {}
    [[nodiscard]] std::uint8_t* pixel(int x, int y) {
        return rgba.data() + (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                              static_cast<std::size_t>(x)) *
                                 4;
    }
    [[nodiscard]] const std::uint8_t* pixel(int x, int y) const {
        return rgba.data() + (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                              static_cast<std::size_t>(x)) *
                                 4;
    }
    friend bool operator==(const Image&, const Image&) = default;
};

}  // namespace ebbflow::core
