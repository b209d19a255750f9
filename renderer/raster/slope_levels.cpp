#include "raster/slope_levels.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace ebbflow::raster {
namespace {

// riseOf() of shaders/curves.glsl undoes it.
constexpr float kHalfScale = 25.0F;  ///< the rise, m/km, that lands in the middle of the scale
constexpr float kHighest = 6000.0F;  ///< metres

std::uint32_t byteOf(float share) {
    return static_cast<std::uint32_t>(std::lround(std::clamp(share, 0.0F, 1.0F) * 255.0F));
}

std::uint32_t packed(float riseX, float riseY, float metres) {
    const auto squeezed = [](float rise) {
        return byteOf(0.5F + 0.5F * rise / (std::abs(rise) + kHalfScale));
    };
    return squeezed(riseX) | squeezed(riseY) << 8U | byteOf(metres / kHighest) << 16U | 255U << 24U;
}

std::size_t texels(int width, int height) {
    return static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
}

const float* rowOf(const geo::Relief& relief, int y) {
    return relief.metres.data() + texels(relief.width, std::clamp(y, 0, relief.height - 1));
}

/// Horn 1981: weighted differences over the eight neighbours.
void slopesOfRow(const geo::Relief& relief, int y, std::uint32_t* out) {
    const float kmX = static_cast<float>(relief.extent.width() / relief.width) * 8.0F;
    const float kmY = static_cast<float>(relief.extent.height() / relief.height) * 8.0F;
    const float *above = rowOf(relief, y - 1), *here = rowOf(relief, y),
                *below = rowOf(relief, y + 1);
    for (int x = 0; x < relief.width; ++x) {
        const int w = std::max(x - 1, 0), e = std::min(x + 1, relief.width - 1);
        const float dx =
            (above[e] + 2.0F * here[e] + below[e]) - (above[w] + 2.0F * here[w] + below[w]);
        const float dy =
            (above[w] + 2.0F * above[x] + above[e]) - (below[w] + 2.0F * below[x] + below[e]);
        out[x] = packed(dx / kmX, dy / kmY, here[x]);
    }
}

/// Where a texel of the smaller size lies among `many` larger ones: the lower of two and the share
/// of the upper, in 256ths.
struct Between {
    int low, high;
    std::uint32_t share;
};

std::vector<Between> placesAmong(int many, int few) {
    std::vector<Between> places;
    for (int i = 0; i < few; ++i) {
        const double at = (i + 0.5) * many / few - 0.5;
        const int low = std::clamp(static_cast<int>(std::floor(at)), 0, many - 1);
        places.push_back({low, std::min(low + 1, many - 1),
                          static_cast<std::uint32_t>(std::lround((at - low) * 256.0))});
    }
    return places;
}

/// All four bytes at once; exact to the rounding, which is to the nearest.
std::uint32_t mixed(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d,
                    std::uint32_t right, std::uint32_t down) {
    std::uint32_t sum = 0;
    for (unsigned shift = 0; shift < 32; shift += 8) {
        const auto byte = [shift](std::uint32_t texel) { return texel >> shift & 255U; };
        const std::uint32_t first = byte(a) * (256U - right) + byte(b) * right;
        const std::uint32_t second = byte(c) * (256U - right) + byte(d) * right;
        sum |= (first * (256U - down) + second * down + 32768U) >> 16U << shift;
    }
    return sum;
}

SlopeLevel halved(const SlopeLevel& from) {
    SlopeLevel to{std::max(from.width / 2, 1), std::max(from.height / 2, 1), {}};
    to.texels.resize(texels(to.width, to.height));
    const std::vector<Between> columns = placesAmong(from.width, to.width);
    std::uint32_t* out = to.texels.data();
    for (const Between& row : placesAmong(from.height, to.height)) {
        const std::uint32_t* first = from.texels.data() + texels(from.width, row.low);
        const std::uint32_t* second = from.texels.data() + texels(from.width, row.high);
        for (const Between& column : columns)
            *out++ = mixed(first[column.low], first[column.high], second[column.low],
                           second[column.high], column.share, row.share);
    }
    return to;
}

}  // namespace

std::vector<SlopeLevel> slopeLevels(const geo::Relief& relief, Crew& crew) {
    if (relief.empty()) return {SlopeLevel{}};
    SlopeLevel finest{relief.width, relief.height, {}};
    finest.texels.resize(relief.metres.size());
    crew.share(relief.height, [&](int y) {
        slopesOfRow(relief, y, finest.texels.data() + texels(relief.width, y));
    });
    std::vector<SlopeLevel> levels{std::move(finest)};
    while (levels.back().width > 1 || levels.back().height > 1)
        levels.push_back(halved(levels.back()));
    return levels;
}

}  // namespace ebbflow::raster
