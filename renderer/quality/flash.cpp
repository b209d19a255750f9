#include "quality/flash.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <limits>

#include "core/colour.hpp"

namespace ebbflow::quality {

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

}  // namespace

FlashMeter::FlashMeter(int width, int height, const core::FrameRate& rate)
    : width_(width), height_(height), rate_(rate) {
    Pixel never;
    std::ranges::fill(never.changes, kNever);
    const auto count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    luminance_.least = static_cast<float>(kFlashChange);
    red_.least = static_cast<float>(kRedChange);
    for (Channel* channel : {&luminance_, &red_}) channel->pixels.assign(count, never);
}

/// Whether both frames lie in so many seconds: exactly, for any rate.
bool FlashMeter::within(std::int64_t first, std::int64_t last, int seconds) const {
    return (last - first) * rate_.denominator < rate_.numerator * seconds;
}

/// Notes whether a pixel has now changed by enough against its extreme since its last change.
void FlashMeter::follow(Channel& channel, std::size_t at, Level level) const {
    Pixel& pixel = channel.pixels[at];
    if (frame_ == 0) pixel.low = pixel.high = level;
    if (level.value < pixel.low.value) pixel.low = level;
    if (level.value > pixel.high.value) pixel.high = level;
    const auto changed = [&](const Level& a, const Level& b) {
        return b.value - a.value >= channel.least && (a.harmful || b.harmful);
    };
    int change = 0;
    if (pixel.direction <= 0 && changed(pixel.low, level)) change = 1;
    if (pixel.direction >= 0 && changed(level, pixel.high)) change = -1;
    if (change != 0) {
        pixel.direction = static_cast<std::int8_t>(change);
        pixel.low = pixel.high = level;
        pixel.changes[pixel.next] = static_cast<std::int32_t>(frame_);
        pixel.next = static_cast<std::uint8_t>((pixel.next + 1) % kChanges);
        ++(change > 0 ? channel.brighter : channel.darker);
    }
    // The ring's next place holds the oldest of its changes.
    if (within(pixel.changes[pixel.next], frame_)) ++channel.flashing;
    constexpr int kOften = kChanges - 2 * kFlashesForLong;
    if (within(pixel.changes[(pixel.next + kOften) % kChanges], frame_)) ++channel.often;
}

void FlashMeter::add(const core::Image& picture) {
    assert(picture.width == width_ && picture.height == height_);
    ++frame_;
    for (Channel* channel : {&luminance_, &red_})
        channel->brighter = channel->darker = channel->flashing = channel->often = 0;
    const auto& linear = linearTable();
    for (std::size_t i = 0; i < luminance_.pixels.size(); ++i) {
        const std::uint8_t* rgba = picture.rgba.data() + i * 4;
        const float r = linear[rgba[0]], g = linear[rgba[1]], b = linear[rgba[2]];
        // Relative luminance (WCAG 2; the weights are those of BT.709).
        const float light = 0.2126F * r + 0.7152F * g + 0.0722F * b;
        follow(luminance_, i, {light, light < static_cast<float>(kFlashDarker)});
        const bool saturated = r > 0 && r >= static_cast<float>(kRedShare) * (r + g + b);
        follow(red_, i, {std::max(0.0F, r - g - b), saturated});
    }
    judge(luminance_);
    judge(red_);
}

void FlashMeter::judge(Channel& channel) const {
    FlashReport& report = channel.report;
    const auto all = static_cast<double>(channel.pixels.size());
    const double share = static_cast<double>(channel.flashing) / all;
    if (share > report.largestShare) {
        report.largestShare = share;
        report.shareFrame = frame_;
    }
    // Parts of the picture may take turns, so that no pixel of it flashes often.
    const int change = channel.brighter >= channel.darker ? 1 : -1;
    const auto most = static_cast<double>(std::max(channel.brighter, channel.darker));
    if (most / all > kFlashArea && change != channel.direction) {
        channel.direction = change;
        channel.changes.push_back(frame_);
    }
    std::erase_if(channel.changes, [&](std::int64_t then) { return !within(then, frame_); });
    const double flashes = static_cast<double>(channel.changes.size()) / 2;
    if (flashes > report.mostFlashes) {
        report.mostFlashes = flashes;
        report.flashesFrame = frame_;
    }
    if (share > kFlashArea || flashes > kFlashesAllowed) report.bad.push_back(frame_);
    judgeForLong(channel);
}

void FlashMeter::judgeForLong(Channel& channel) const {
    const double share =
        static_cast<double>(channel.often) / static_cast<double>(channel.pixels.size());
    if (share > kFlashArea || channel.changes.size() >= std::size_t{2} * kFlashesForLong)
        channel.frequent.push_back(frame_);
    std::erase_if(channel.frequent,
                  [&](std::int64_t then) { return !within(then, frame_, kLongWindow); });
    const auto frames = static_cast<std::int64_t>(channel.frequent.size());
    if (frames * rate_.denominator >= rate_.numerator * kLongSeconds)
        channel.report.extended.push_back(frame_);
}

}  // namespace ebbflow::quality
