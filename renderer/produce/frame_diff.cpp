#include "produce/frame_diff.hpp"

#include <algorithm>
#include <cassert>
#include <cstdlib>

namespace ebbflow::produce {

PictureDifference differenceOf(const core::Image& a, const core::Image& b) {
    assert(a.width == b.width && a.height == b.height);
    PictureDifference result;
    std::size_t differing = 0;
    for (std::size_t i = 0; i < a.rgba.size(); i += 4) {
        int here = 0;
        for (std::size_t c = 0; c < 3; ++c)
            here = std::max(here, std::abs(a.rgba[i + c] - b.rgba[i + c]));
        result.largest = std::max(result.largest, here);
        if (here > 0) ++differing;
    }
    result.share = static_cast<double>(differing) / (static_cast<double>(a.rgba.size()) / 4);
    return result;
}

core::Image amplified(const core::Image& a, const core::Image& b, int times) {
    core::Image image(a.width, a.height);
    for (std::size_t i = 0; i < a.rgba.size(); ++i) {
        image.rgba[i] =
            i % 4 == 3
                ? std::uint8_t{255}
                : static_cast<std::uint8_t>(std::min(255, times * std::abs(a.rgba[i] - b.rgba[i])));
    }
    return image;
}

}  // namespace ebbflow::produce
