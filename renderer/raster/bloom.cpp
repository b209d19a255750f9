#include "raster/bloom.hpp"

#include <algorithm>
#include <cmath>

#include "raster/bloom_kernels.hpp"
#include "raster/light_kernels.hpp"
#include "raster/look.hpp"

namespace ebbflow::raster {

namespace {

constexpr int kStrip = TileSet::kSide / kSmaller;  // rows of the bloom that one piece of work has

/// Of the rectangles of a picture, the part in rows [bottom, top) of a field that is kSmaller
/// smaller.
std::vector<glm::ivec4> partsIn(std::span<const glm::ivec4> rectangles, Band band) {
    std::vector<glm::ivec4> parts;
    for (const glm::ivec4& r : rectangles) {
        const int bottom = std::max(r.y / kSmaller, band.bottom);
        const int top = std::min((r.w + kSmaller - 1) / kSmaller, band.top);
        if (bottom < top)
            parts.emplace_back(r.x / kSmaller, bottom, (r.z + kSmaller - 1) / kSmaller, top);
    }
    return parts;
}

}  // namespace

std::vector<float> blurWeights(int smallHeight) {
    // Nine taps of a Gaussian, by five fetches between texels; the reach follows the picture's
    // height, so that every size shows the same bloom.
    const float stride = static_cast<float>(smallHeight) / 270.0F;
    std::vector<float> weights(static_cast<std::size_t>(std::ceil(3.2307692308F * stride)) + 2,
                               0.0F);
    weights.at(0) = 0.2270270270F;
    const auto tap = [&](float at, float weight) {
        const float whole = std::floor(at), beyond = at - whole;
        const auto i = static_cast<std::size_t>(whole);
        // What is less than a texel away counts from both sides of the middle.
        weights.at(i) += (i == 0 ? 2.0F : 1.0F) * weight * (1 - beyond);
        weights.at(i + 1) += weight * beyond;
    };
    tap(1.3846153846F * stride, 0.3162162162F);
    tap(3.2307692308F * stride, 0.0702702703F);
    return weights;
}

void Bloom::resize(int width, int height) {
    if (!first_.resize(width, height)) return;
    second_.resize(width, height);
    weights_ = blurWeights(height);
}

void Bloom::make(const LightField& lights, std::span<const Sprite> glows, const TileSet& shining,
                 Crew& crew) {
    resize((lights.width() + kSmaller - 1) / kSmaller, (lights.height() + kSmaller - 1) / kSmaller);
    const int width = first_.width(), height = first_.height();
    const glm::ivec4 whole(0, 0, width, height);
    first_.clear(std::span(&whole, 1));
    second_.clear(std::span(&whole, 1));
    const std::vector<glm::ivec4> rectangles = shining.rectangles();
    const int strips = (height + kStrip - 1) / kStrip;
    const auto everywhere = [&](const auto& pass) {
        crew.share(strips, [&](int strip) {
            const Band band{strip * kStrip, std::min((strip + 1) * kStrip, height)};
            for (const glm::ivec4& part : partsIn(rectangles, band)) pass(part);
        });
    };
    everywhere([&](const glm::ivec4& part) { shrink(lights, part, first_); });
    everywhere([&](const glm::ivec4& part) { blurAcross(first_, weights_, part, second_); });
    everywhere([&](const glm::ivec4& part) { blurDown(second_, weights_, part, first_); });
    if (glows.empty()) return;
    const float scale = static_cast<float>(height / core::kReferenceHeight);
    crew.share(strips, [&](int strip) {
        addSprites(glows, scale, {strip * kStrip, std::min((strip + 1) * kStrip, height)}, first_);
    });
}

}  // namespace ebbflow::raster
