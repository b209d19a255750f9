#include "raster/light_field.hpp"

#include <algorithm>

namespace ebbflow::raster {

bool LightField::resize(int width, int height) {
    if (width == width_ && height == height_) return false;
    width_ = width;
    height_ = height;
    stride_ = (width + kRoom - 1) / kRoom * kRoom + kRoom;
    const auto size = static_cast<std::size_t>(stride_) * static_cast<std::size_t>(height);
    for (std::vector<float>& plane : planes_) plane.assign(size, 0.0F);
    return true;
}

void LightField::clear(std::span<const glm::ivec4> rectangles) {
    for (int plane = 0; plane < 3; ++plane) {
        for (const glm::ivec4& r : rectangles) {
            // To the last register's end, so that what lies past the picture is dark as well.
            const int end = r.z == width_ ? stride_ : r.z;
            for (int y = r.y; y < r.w; ++y)
                std::fill(row(plane, y) + r.x, row(plane, y) + end, 0.0F);
        }
    }
}

}  // namespace ebbflow::raster
