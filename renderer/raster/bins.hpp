#pragma once
// Which of many things each band of a picture has to draw, in their order.

#include <cstdint>
#include <span>
#include <vector>

#include "raster/band.hpp"
#include "raster/scan.hpp"

namespace ebbflow::raster {

class Bins {
public:
    /// Things that have an outline. `samples`: any part of a row counts, not only its middle.
    template <class Thing>
    Bins(const std::vector<Thing>& things, int height, bool samples = false)
        : begins_(static_cast<std::size_t>((height + kBandRows - 1) / kBandRows) + 1) {
        const float room = samples ? 0.5F : 0.0F;
        const auto bandsOf = [&](const Thing& thing) {
            const int first = pixelFrom(lowestOf(thing.outline) - room, height);
            const int end = pixelFrom(highestOf(thing.outline) + room, height);
            // Rows without a middle in it have none of its pixels.
            if (first >= end) return Band{0, 0};
            return Band{first / kBandRows, (end - 1) / kBandRows + 1};
        };
        for (const Thing& thing : things) {
            const Band bands = bandsOf(thing);
            for (int b = bands.bottom; b < bands.top; ++b)
                ++begins_[static_cast<std::size_t>(b) + 1];
        }
        for (std::size_t b = 1; b < begins_.size(); ++b) begins_[b] += begins_[b - 1];
        chosen_.resize(begins_.back());
        std::vector<std::uint32_t> next(begins_.begin(), begins_.end() - 1);
        for (std::uint32_t i = 0; i < things.size(); ++i) {
            const Band bands = bandsOf(things[i]);
            for (int b = bands.bottom; b < bands.top; ++b)
                chosen_[next[static_cast<std::size_t>(b)]++] = i;
        }
    }
    [[nodiscard]] std::span<const std::uint32_t> of(int band) const {
        const auto b = static_cast<std::size_t>(band);
        return std::span(chosen_).subspan(begins_[b], begins_[b + 1] - begins_[b]);
    }

private:
    std::vector<std::uint32_t> begins_, chosen_;
};

}  // namespace ebbflow::raster
