#include "raster/exposure.hpp"

#include <vector>

#include "core/colour.hpp"
#include "raster/band.hpp"
#include "raster/compose.hpp"

namespace ebbflow::raster {

namespace {

/// Linear light of each level of 16 bits.
const std::vector<float>& linearLevels() {
    static const std::vector<float> levels = [] {
        std::vector<float> all(65536);
        for (std::size_t i = 0; i < all.size(); ++i) {
            const float c = static_cast<float>(i) / 65535.0F;
            all[i] = core::linear(core::Colour{c, c, c, 1}).r;
        }
        return all;
    }();
    return levels;
}

}  // namespace

void Exposure::begin(int width, int height) {
    light_.resize(width, height);
    const glm::ivec4 whole(0, 0, width, height);
    light_.clear(std::span(&whole, 1));
}

void Exposure::add(const Pixels& picture, int across, float share, Crew& crew) {
    const std::vector<float>& linear = linearLevels();
    const float each = share / static_cast<float>(across * across);
    crew.share(light_.height(), [&](int y) {
        for (int x = 0; x < light_.width(); ++x) {
            float sum[3] = {0, 0, 0};
            for (int i = 0; i < across * across; ++i) {
                const std::ptrdiff_t column = std::ptrdiff_t{x} * across + i % across;
                const std::uint16_t* p = picture.row16(y * across + i / across) + 4 * column;
                for (int c = 0; c < 3; ++c) sum[c] += linear[p[c]];
            }
            for (int c = 0; c < 3; ++c) light_.row(c, y)[x] += sum[c] * each;
        }
    });
}

void Exposure::develop(float levels, Crew& crew, Pixels& picture) const {
    const int height = picture.height();
    crew.share(bandsOf(height), [&](int number) {
        const Band band = bandAt(number, height);
        raster::develop(light_, levels, {0, band.bottom, picture.width(), band.top}, picture);
    });
}

}  // namespace ebbflow::raster
