#include "encode/settings.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/diagnostic.hpp"
#include "core/enum_size.hpp"
#include "core/error.hpp"

namespace ebbflow::encode {

namespace {

/// By Quality.
constexpr auto kQualities = std::to_array<std::string_view>({"draft", "web", "high", "master"});
static_assert(kQualities.size() == core::enumSize<Quality>());

std::optional<int> wholeNumber(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value <= 0) return {};
    return value;
}

}  // namespace

Quality qualityNamed(std::string_view name) {
    const auto found = std::ranges::find(kQualities, name);
    if (found != kQualities.end()) return static_cast<Quality>(found - kQualities.begin());
    const std::vector<std::string> names(kQualities.begin(), kQualities.end());
    throw core::Failure(fmt::format("unknown quality `{}`{} (there are {})", name,
                                    core::didYouMean(name, names), fmt::join(names, ", ")));
}

std::string_view nameOf(Quality quality) {
    return kQualities[static_cast<std::size_t>(quality)];
}

std::string sidesFault(const FrameSize& size) {
    // GL and the codecs end there.
    constexpr int kSmallest = 16, kLargest = 16384;
    const auto bad = [](int side) { return side < kSmallest || side > kLargest; };
    if (!bad(size.width) && !bad(size.height)) return {};
    return fmt::format("size {}x{}: each side must be from {} to {} pixels", size.width,
                       size.height, kSmallest, kLargest);
}

FrameSize sizeNamed(std::string_view text) {
    const auto cross = text.find('x');
    if (cross != std::string_view::npos) {
        const auto width = wholeNumber(text.substr(0, cross));
        const auto height = wholeNumber(text.substr(cross + 1));
        if (width && height) {
            const FrameSize size{*width, *height};
            if (const std::string fault = sidesFault(size); !fault.empty())
                throw core::Failure(fault);
            return size;
        }
    }
    for (const int height : {720, 1080, 1440, 2160}) {
        if (text == fmt::format("{}p", height)) return {height * 16 / 9, height};
    }
    throw core::Failure(fmt::format(
        "size `{}` is not understood: expected width x height in pixels such as 1920x1080, or one "
        "of 720p, 1080p, 1440p, 2160p",
        text));
}

std::int64_t bitrateNamed(std::string_view text) {
    std::int64_t unit = 1;
    std::string_view digits = text;
    if (text.ends_with('k')) unit = 1'000;
    if (text.ends_with('M')) unit = 1'000'000;
    if (unit > 1) digits.remove_suffix(1);
    if (const auto value = wholeNumber(digits)) return *value * unit;
    throw core::Failure(
        fmt::format("bitrate `{}` is not understood: write 800k, 12M or bits a second", text));
}

int keyFrameDistance(const Settings& settings) {
    if (settings.segmentFrames > 0) return settings.segmentFrames;
    constexpr double kSeconds = 4;
    return static_cast<int>(std::max(1L, std::lround(kSeconds * settings.rate.perSecond())));
}

}  // namespace ebbflow::encode
