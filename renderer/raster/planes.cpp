#include "raster/planes.hpp"

#include <algorithm>
#include <cstring>

#include "raster/plane_kernels.hpp"

namespace ebbflow::raster {

namespace {

constexpr int kAlignment = 64;

PlaneStore storeOf(int width, int height, std::size_t sample) {
    PlaneStore store{width, height, sample, 0, {}};
    store.stride =
        (static_cast<std::size_t>(width) * sample + kAlignment - 1) / kAlignment * kAlignment;
    store.bytes.resize(store.stride * static_cast<std::size_t>(height));
    return store;
}

int acrossOf(PlaneLayout layout) {
    return layout == PlaneLayout::yuv444 ? 1 : 2;
}

int downOf(PlaneLayout layout) {
    return layout == PlaneLayout::yuv420 ? 2 : 1;
}

}  // namespace

bool PlaneMaker::resize(int width, int height, PlaneLayout layout, PlaneSamples samples) {
    const PlaneStore& luma = planes_[0];
    if (luma.width == width && luma.height == height && layout == layout_ &&
        samples.bits == samples_.bits && samples.alpha == samples_.alpha)
        return false;
    layout_ = layout;
    samples_ = samples;
    const std::size_t sample = samples.bits > 8 ? 2 : 1;
    const int across = acrossOf(layout), down = downOf(layout);
    planes_[0] = storeOf(width, height, sample);
    for (const std::size_t i : {std::size_t{1}, std::size_t{2}})
        planes_[i] = storeOf((width + across - 1) / across, (height + down - 1) / down, sample);
    planes_[3] = samples.alpha ? storeOf(width, height, sample) : PlaneStore{};
    return true;
}

void PlaneMaker::make(const Pixels& picture, PlaneLayout layout, PlaneSamples samples,
                      const TileSet& changed, Crew& crew) {
    const int height = picture.height();
    std::vector<glm::ivec4> parts;
    if (resize(picture.width(), height, layout, samples)) {
        parts = {{0, 0, picture.width(), height}};
    } else {
        parts = changed.rectangles();
    }
    const PlaneWork work{picture, planes_, samples, acrossOf(layout), downOf(layout)};
    constexpr int kRows = TileSet::kSide;
    crew.share((height + kRows - 1) / kRows, [&](int strip) {
        for (const glm::ivec4& part : parts) {
            // From the top, in whole blocks.
            const int first = (height - part.w) / work.down * work.down;
            const int top = std::max(first, strip * kRows);
            const int bottom = std::min({height - part.y, (strip + 1) * kRows, height});
            if (top < bottom) makePlanes(work, {part.x, top, part.z, bottom});
        }
    });
}

void PlaneMaker::copy(std::span<const PlaneTarget> targets) const {
    for (std::size_t i = 0; i < (samples_.alpha ? 4U : 3U); ++i) {
        const PlaneStore& plane = planes_[i];
        for (int y = 0; y < plane.height; ++y) {
            const auto row = static_cast<std::size_t>(y);
            std::memcpy(targets[i].data + row * targets[i].stride,
                        plane.bytes.data() + row * plane.stride,
                        static_cast<std::size_t>(plane.width) * plane.sample);
        }
    }
}

}  // namespace ebbflow::raster
