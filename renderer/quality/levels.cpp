#include "quality/levels.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "encode/colour.hpp"

namespace ebbflow::quality {

namespace {

// Signal values of 16-bit samples, limited range.
constexpr float kBlack = 16 * 256.0F, kLumaRange = 219 * 256.0F;
constexpr float kNeutral = 128 * 256.0F, kChromaRange = 224 * 256.0F;

/// The extremes of one row and how much of it lies outside.
struct Row {
    float lumaLow = 1, lumaHigh = 0, rgbLow = 1, rgbHigh = 0;
    int outside = 0;

    void add(float y, float cb, float cr) {
        // ITU-R BT.709-6, item 3, solved for R′, G′, B′.
        const float r = y + 1.5748F * cr, b = y + 1.8556F * cb;
        const float g = (y - 0.2126F * r - 0.0722F * b) / 0.7152F;
        const float low = std::min({r, g, b}), high = std::max({r, g, b});
        lumaLow = std::min(lumaLow, y);
        lumaHigh = std::max(lumaHigh, y);
        rgbLow = std::min(rgbLow, low);
        rgbHigh = std::max(rgbHigh, high);
        const bool luma = y < static_cast<float>(kLumaLow) || y > static_cast<float>(kLumaHigh);
        const bool rgb = low < static_cast<float>(kRgbLow) || high > static_cast<float>(kRgbHigh);
        outside += luma || rgb ? 1 : 0;
    }
};

}  // namespace

LevelCount countLevels(const SignalPlanes& planes) {
    LevelCount count;
    count.pixels = static_cast<std::int64_t>(planes.width) * planes.height;
    Row all;
    for (int y = 0; y < planes.height; ++y) {
        const std::size_t start = static_cast<std::size_t>(y) * planes.stride;
        for (std::size_t at = start; at < start + static_cast<std::size_t>(planes.width); ++at) {
            all.add((static_cast<float>(planes.luma[at]) - kBlack) / kLumaRange,
                    (static_cast<float>(planes.blue[at]) - kNeutral) / kChromaRange,
                    (static_cast<float>(planes.red[at]) - kNeutral) / kChromaRange);
        }
    }
    count.outside = all.outside;
    count.lumaLow = static_cast<double>(all.lumaLow);
    count.lumaHigh = static_cast<double>(all.lumaHigh);
    count.rgbLow = static_cast<double>(all.rgbLow);
    count.rgbHigh = static_cast<double>(all.rgbHigh);
    return count;
}

LevelCount levelsOf(const core::Image& picture) {
    const auto planes = encode::planesFromImage(picture, encode::PixelFormat::yuv444p8);
    const auto stride = static_cast<std::size_t>(picture.width);
    std::array<std::vector<std::uint16_t>, 3> samples;
    for (int p = 0; p < planes.planeCount(); ++p) {
        auto& plane = samples[static_cast<std::size_t>(p)];
        plane.reserve(stride * static_cast<std::size_t>(picture.height));
        for (int y = 0; y < picture.height; ++y) {
            for (std::size_t x = 0; x < stride; ++x)
                plane.push_back(static_cast<std::uint16_t>(planes.row(p, y)[x] << 8));
        }
    }
    return countLevels({samples[0].data(), samples[1].data(), samples[2].data(), stride,
                        picture.width, picture.height});
}

}  // namespace ebbflow::quality
