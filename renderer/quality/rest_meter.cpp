#include "quality/rest_meter.hpp"

#include <algorithm>
#include <cstdlib>

namespace ebbflow::quality {

namespace {

bool alike(const core::Image& a, const core::Image& b) {
    return std::ranges::equal(a.rgba, b.rgba, [](std::uint8_t x, std::uint8_t y) {
        return std::abs(x - y) <= kStillDifference;
    });
}

}  // namespace

bool isBlack(const core::Image& picture) {
    std::size_t black = 0;
    for (std::size_t i = 0; i < picture.rgba.size(); i += 4) {
        const std::uint8_t* pixel = picture.rgba.data() + i;
        if (std::max({pixel[0], pixel[1], pixel[2]}) <= kBlackLevel) ++black;
    }
    const std::size_t pixels = picture.rgba.size() / 4;
    return static_cast<double>(black) >= kBlackShare * static_cast<double>(pixels);
}

void RestMeter::add(const core::Image& picture) {
    ++frame_;
    if (isBlack(picture)) {
        if (black_.empty() || black_.back().last + 1 != frame_) black_.push_back({frame_, frame_});
        black_.back().last = frame_;
    }
    if (frame_ > 0 && alike(first_, picture)) return;
    if (frame_ > since_ + 1) still_.push_back({since_, frame_ - 1});
    first_ = picture;
    since_ = frame_;
}

const std::vector<Span>& RestMeter::still() {
    if (frame_ > since_) still_.push_back({since_, frame_});
    since_ = frame_;
    return still_;
}

}  // namespace ebbflow::quality
