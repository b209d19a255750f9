#pragma once
// Linear light of a picture: three planes of floats, rows from the bottom, padded so that whole
// registers may be read and written past a row's end. It is storage; what shines is others' work.

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include <glm/vec4.hpp>

namespace ebbflow::raster {

/// Of a size in texels.
class LightField {
public:
    /// Floats that lie after a row's last, at least.
    static constexpr int kRoom = 16;

    /// Makes it anew, dark, unless it has that size; says whether it did.
    bool resize(int width, int height);
    /// Dark again: rectangles of left, bottom, right, top.
    void clear(std::span<const glm::ivec4> rectangles);

    [[nodiscard]] int width() const { return width_; }
    [[nodiscard]] int height() const { return height_; }
    /// Red, green, blue.
    [[nodiscard]] float* row(int plane, int y) {
        return planes_[static_cast<std::size_t>(plane)].data() + offset(y);
    }
    [[nodiscard]] const float* row(int plane, int y) const {
        return planes_[static_cast<std::size_t>(plane)].data() + offset(y);
    }

private:
    [[nodiscard]] std::ptrdiff_t offset(int y) const { return std::ptrdiff_t{y} * stride_; }
    int width_ = 0, height_ = 0, stride_ = 0;
    std::array<std::vector<float>, 3> planes_;
};

}  // namespace ebbflow::raster
