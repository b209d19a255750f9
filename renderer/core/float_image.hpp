#pragma once
// A picture in memory that was never quantised: floats, RGBA, rows from the top. It knows nothing
// of files, and not by itself how its values are encoded.

#include <cstddef>
#include <vector>

namespace ebbflow::core {

struct FloatImage {
    int width = 0;
    int height = 0;
    std::vector<float> rgba;  ///< width × height × 4

    FloatImage() = default;
    FloatImage(int w, int h)
        : width(w),
          height(h),
          rgba(static_cast<std::size_t>(w) * static_cast<std::size_t>(h) * 4) {}
    [[nodiscard]] float* pixel(int x, int y) { return rgba.data() + offset(x, y); }
    [[nodiscard]] const float* pixel(int x, int y) const { return rgba.data() + offset(x, y); }

private:
    [[nodiscard]] std::size_t offset(int x, int y) const {
        return 4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                    static_cast<std::size_t>(x));
    }
};

}  // namespace ebbflow::core
