#include "encode/settings.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/diagnostic.hpp"
#include "core/error.hpp"
#include "encode/codec_info.hpp"

namespace ebbflow::encode {

namespace {

template <typename T>
struct Named {
    T value;
    std::string_view name;
};
template <typename T>
Named(T, const char*) -> Named<T>;

constexpr std::array kQualities{Named{Quality::draft, "draft"}, Named{Quality::web, "web"},
                                Named{Quality::high, "high"}, Named{Quality::master, "master"}};
constexpr std::array kContainers{Named{Container::mp4, "MP4"},
                                 Named{Container::mov, "MOV"},
                                 Named{Container::mkv, "MKV"},
                                 Named{Container::pngFrames, "numbered PNG frames"},
                                 Named{Container::webm, "WebM"},
                                 Named{Container::exrFrames, "numbered EXR frames"},
                                 Named{Container::webp, "animated WebP"},
                                 Named{Container::gif, "GIF"}};

template <typename T, std::size_t n>
std::string_view lookUp(const std::array<Named<T>, n>& table, T value) {
    return table[static_cast<std::size_t>(value)].name;
}

[[noreturn]] void failUnknown(std::string_view what, std::string_view name,
                              const std::vector<std::string>& names) {
    throw core::Failure(fmt::format("unknown {} `{}`{} (there are {})", what, name,
                                    core::didYouMean(name, names), fmt::join(names, ", ")));
}

std::optional<int> wholeNumber(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value <= 0) return {};
    return value;
}

}  // namespace

Codec codecNamed(std::string_view name) {
    if (name == "h265") return Codec::hevc;
    std::vector<std::string> names;
    for (const CodecInfo& info : allCodecs()) {
        if (info.name == name) return info.codec;
        names.emplace_back(info.name);
    }
    failUnknown("codec", name, names);
}

Quality qualityNamed(std::string_view name) {
    std::vector<std::string> names;
    for (const auto& row : kQualities) {
        if (row.name == name) return row.value;
        names.emplace_back(row.name);
    }
    failUnknown("quality", name, names);
}
std::string_view nameOf(Codec codec) {
    return codecInfo(codec).name;
}
std::string_view nameOf(Quality quality) {
    return lookUp(kQualities, quality);
}
std::string_view nameOf(Container container) {
    return lookUp(kContainers, container);
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

Container containerOf(const std::filesystem::path& output) {
    const std::string name = output.filename().string();
    const std::string end = output.extension().string();
    if (name.empty()) return Container::pngFrames;
    std::vector<std::string> ends;
    for (const auto& row : kContainers) {
        if (isNumbered(row.value)) continue;
        if (endOf(row.value) == end) return row.value;
        ends.emplace_back(endOf(row.value));
    }
    if (std::filesystem::is_directory(output)) return Container::pngFrames;
    const bool picture = end == ".png" || end == ".exr";
    if (picture && name.find('%') == std::string::npos) {
        throw core::Failure(fmt::format(
            "`{}` is one picture: name the frames of a film with a number, as in `{}-%05d{}`",
            output.string(), output.stem().string(), end));
    }
    if (picture) return end == ".png" ? Container::pngFrames : Container::exrFrames;
    throw core::Failure(fmt::format(
        "`{}`: the end of the name says what to write{}: {}, or `NAME-%05d.png`, `NAME-%05d.exr` "
        "or a folder for numbered frames",
        output.string(), core::didYouMean(end, ends), fmt::join(ends, ", ")));
}

bool isNumbered(Container container) {
    return container == Container::pngFrames || container == Container::exrFrames;
}

bool takesSound(Container container) {
    return container != Container::webp && container != Container::gif;
}

bool takesSubtitles(Container container) {
    return takesSound(container) && !isNumbered(container);
}

Codec usualCodec(Container container) {
    switch (container) {
        case Container::pngFrames:
            return Codec::png;
        case Container::exrFrames:
            return Codec::exr;
        case Container::webm:
            return Codec::vp9;
        case Container::webp:
            return Codec::webp;
        case Container::gif:
            return Codec::gif;
        case Container::mp4:
        case Container::mov:
        case Container::mkv:
            break;
    }
    return Codec::h264;
}

Container usualContainer(Codec codec) {
    return codecInfo(codec).containers.front();
}

PixelFormat usualFormat(Codec codec) {
    return codecInfo(codec).formats.front();
}

PixelFormat formatFor(Codec codec, int bits, bool alpha) {
    std::vector<std::string> depths;
    bool alphaSomewhere = false;
    for (const PixelFormat format : codecInfo(codec).formats) {
        const FormatInfo& info = formatInfo(format);
        // Interleaved R′G′B′ always has the place; a writer fills it or leaves it out.
        const bool place = info.alpha && codec != Codec::gif;
        const bool fits = place == alpha || (!alpha && info.rgb && info.planes == 1);
        alphaSomewhere = alphaSomewhere || place;
        if (!fits) continue;
        if (bits == 0 || bits == info.bits) return format;
        std::string depth = fmt::format("{}", info.bits);
        if (std::ranges::find(depths, depth) == depths.end()) depths.push_back(std::move(depth));
    }
    if (alpha && !alphaSomewhere) {
        throw core::Failure(fmt::format(
            "{} has no alpha; prores-4444, vp9, ffv1, png, exr and webp have", nameOf(codec)));
    }
    throw core::Failure(fmt::format("{}{} has no samples of {} bits; there are {}", nameOf(codec),
                                    alpha ? " with alpha" : "", bits, fmt::join(depths, ", ")));
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

std::string whyNotCut(const Settings& settings) {
    if (settings.codec == Codec::gif)
        return "GIF, each of whose frames builds on all before it, and which takes no second "
               "beginning";
    if (settings.bitrate)
        return "a bitrate, which the encoder shares out over the whole film in one go";
    return {};
}

int keyFrameDistance(const Settings& settings) {
    if (settings.segmentFrames > 0) return settings.segmentFrames;
    constexpr double kSeconds = 4;
    return static_cast<int>(std::max(1L, std::lround(kSeconds * settings.rate.perSecond())));
}

int segmentLength(const Settings& settings) {
    return whyNotCut(settings).empty() ? keyFrameDistance(settings)
                                       : std::numeric_limits<int>::max();
}

}  // namespace ebbflow::encode
