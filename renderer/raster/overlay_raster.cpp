#include "raster/overlay_raster.hpp"

#include <algorithm>
#include <cmath>

#include "raster/overlay_kernels.hpp"
#include "raster/scan.hpp"

namespace ebbflow::raster {

namespace {

float smoothstep(float from, float to, float x) {
    const float t = std::clamp((x - from) / (to - from), 0.0F, 1.0F);
    return t * t * (3 - 2 * t);
}

}  // namespace

void OverlayRaster::paint(const OverlayLayout& layout, Crew& crew, Pixels& picture) {
    levels_.clear();
    for (const OverlayLayout::PlacedImage& image : layout.images())
        levels_.push_back(&cache_.find(image.item->picture));
    crew.share(bandsOf(picture.height()),
               [&](int band) { paintBand(layout, bandAt(band, picture.height()), picture); });
    cache_.endFrame();
}

void OverlayRaster::paintBand(const OverlayLayout& layout, Band band, Pixels& picture) const {
    using Kind = OverlayLayout::Run::Kind;
    const Band whole = band;
    for (const OverlayLayout::Run& run : layout.runs()) {
        band = {std::max(whole.bottom, picture.height() - run.rows.bottom),
                std::min(whole.top, picture.height() - run.rows.top)};
        if (band.bottom >= band.top) continue;
        switch (run.kind) {
            case Kind::sprites:
                layShapes(std::span(layout.boxes()).subspan(run.first, run.count), band, picture);
                break;
            case Kind::mesh:
                layMesh(std::span(layout.mesh()).subspan(run.first, run.count), band, picture);
                break;
            case Kind::text:
                for (std::size_t i = 0; i < run.count; ++i)
                    layWords(layout.texts()[run.first + i], band, picture);
                break;
            case Kind::image:
                for (std::size_t i = 0; i < run.count; ++i)
                    layImage(layout.images()[run.first + i], *levels_[run.first + i], band,
                             picture);
                break;
        }
    }
}

void OverlayRaster::layImage(const OverlayLayout::PlacedImage& placed, const ImageLevels& levels,
                             Band band, Pixels& picture) const {
    const picture::ImageItem& item = *placed.item;
    const glm::vec4 box = placed.box;
    const glm::vec2 from(item.crop.x, item.crop.y), size(item.crop.width, item.crop.height);
    const float level = levels.levelFor({box.z / size.x, box.w / size.y});
    const int left = pixelFrom(box.x, picture.width()),
              right = pixelFrom(box.x + box.z, picture.width());
    std::vector<float> row(4 * static_cast<std::size_t>(std::max(right - left, 0) + Pixels::kRoom));
    for (int y = band.bottom; y < band.top && left < right; ++y) {
        const float down = (static_cast<float>(picture.height() - y) - 0.5F - box.y) / box.w;
        if (down < 0 || down >= 1) continue;
        const float light = 1 - item.shade * smoothstep(0.62F, 1.0F, down);
        for (int x = left; x < right; ++x) {
            const float across = (static_cast<float>(x) + 0.5F - box.x) / box.z;
            const glm::vec4 colour = levels.sample(from + glm::vec2(across, down) * size, level);
            const float alpha = colour.a * item.opacity;
            float* out = row.data() + std::ptrdiff_t{4} * (x - left);
            out[0] = colour.r * light * alpha;
            out[1] = colour.g * light * alpha;
            out[2] = colour.b * light * alpha;
            out[3] = alpha;
        }
        layRow(std::span(row).first(4 * static_cast<std::size_t>(right - left)), left, y, picture);
    }
}

}  // namespace ebbflow::raster
