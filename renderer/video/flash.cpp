#include "video/flash.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <limits>

#include "core/colour.hpp"

namespace ebbflow::video {

namespace {

constexpr std::int32_t kNever = std::numeric_limits<std::int32_t>::min() / 2;

/// Linear light of every 8-bit value.
const std::array<float, 256>& linearTable() {
    static const auto table = [] {
        std::array<float, 256> values{};
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = core::linearFromSrgb(static_cast<float>(i) / 255.0F);
        return values;
    }();
    return table;
}

/// Relative luminance, 0…1 (WCAG 2; the weights are those of BT.709).
float luminanceOf(const std::uint8_t* rgba) {
    const auto& linear = linearTable();
    return 0.2126F * linear[rgba[0]] + 0.7152F * linear[rgba[1]] + 0.0722F * linear[rgba[2]];
}

}  // namespace

FlashMeter::FlashMeter(int width, int height, const core::FrameRate& rate)
    : width_(width),
      height_(height),
      rate_(rate),
      pixels_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height)) {
    for (Pixel& pixel : pixels_) std::ranges::fill(pixel.changes, kNever);
}

/// Whether both frames lie in one second: exactly, for any rate.
bool FlashMeter::within(std::int64_t first, std::int64_t last) const {
    return (last - first) * rate_.denominator < rate_.numerator;
}

/// 1 or −1 when the pixel has now changed by a tenth against its last change; else 0.
int FlashMeter::follow(Pixel& pixel, float luminance) const {
    constexpr auto kChange = static_cast<float>(kFlashChange);
    constexpr auto kDarker = static_cast<float>(kFlashDarker);
    pixel.low = std::min(pixel.low, luminance);
    pixel.high = std::max(pixel.high, luminance);
    int change = 0;
    if (pixel.direction <= 0 && luminance - pixel.low >= kChange && pixel.low < kDarker) change = 1;
    if (pixel.direction >= 0 && pixel.high - luminance >= kChange && luminance < kDarker)
        change = -1;
    if (change == 0) return 0;
    pixel.direction = static_cast<std::int8_t>(change);
    pixel.low = pixel.high = luminance;
    return change;
}

void FlashMeter::add(const core::Image& picture) {
    assert(picture.width == width_ && picture.height == height_);
    ++frame_;
    std::size_t brighter = 0, darker = 0, flashing = 0;
    for (std::size_t i = 0; i < pixels_.size(); ++i) {
        Pixel& pixel = pixels_[i];
        const float luminance = luminanceOf(picture.rgba.data() + i * 4);
        if (frame_ == 0) pixel.low = pixel.high = luminance;
        const int change = follow(pixel, luminance);
        if (change != 0) {
            pixel.changes[pixel.next] = static_cast<std::int32_t>(frame_);
            pixel.next = static_cast<std::uint8_t>((pixel.next + 1) % kChanges);
            ++(change > 0 ? brighter : darker);
        }
        // The ring's next place holds the oldest of its changes.
        if (within(pixel.changes[pixel.next], frame_)) ++flashing;
    }
    judge(brighter, darker, flashing);
}

void FlashMeter::judge(std::size_t brighter, std::size_t darker, std::size_t flashing) {
    const auto all = static_cast<double>(pixels_.size());
    const double share = static_cast<double>(flashing) / all;
    if (share > report_.largestShare) {
        report_.largestShare = share;
        report_.shareFrame = frame_;
    }
    // Parts of the picture may take turns, so that no pixel of it flashes often.
    const int change = brighter >= darker ? 1 : -1;
    if (static_cast<double>(std::max(brighter, darker)) / all > kFlashArea &&
        change != direction_) {
        direction_ = change;
        changes_.push_back(frame_);
    }
    std::erase_if(changes_, [&](std::int64_t then) { return !within(then, frame_); });
    const double flashes = static_cast<double>(changes_.size()) / 2;
    if (flashes > report_.mostFlashes) {
        report_.mostFlashes = flashes;
        report_.flashesFrame = frame_;
    }
    if (share > kFlashArea || flashes > kFlashesAllowed) report_.bad.push_back(frame_);
}

}  // namespace ebbflow::video
