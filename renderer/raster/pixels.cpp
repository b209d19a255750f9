#include "raster/pixels.hpp"

#include <algorithm>

namespace ebbflow::raster {

namespace {

int padded(int width) {
    return (width + Pixels::kRoom - 1) / Pixels::kRoom * Pixels::kRoom + Pixels::kRoom;
}

}  // namespace

bool Pixels::resize(int width, int height, bool deep) {
    if (width == width_ && height == height_ && deep == deep_) return false;
    width_ = width;
    height_ = height;
    deep_ = deep;
    stride_ = padded(width);
    const std::size_t size =
        std::size_t{4} * static_cast<std::size_t>(stride_) * static_cast<std::size_t>(height);
    eight_.assign(deep ? 0 : size, 0);
    sixteen_.assign(deep ? size : 0, 0);
    return true;
}

bool GroundLight::resize(int width, int height) {
    if (width == width_ && height == height_) return false;
    width_ = width;
    height_ = height;
    stride_ = padded(width);
    planes_.assign(
        std::size_t{3} * static_cast<std::size_t>(stride_) * static_cast<std::size_t>(height), 0);
    return true;
}

void GroundLight::darken() {
    std::ranges::fill(planes_, std::uint16_t{0});
}

}  // namespace ebbflow::raster
