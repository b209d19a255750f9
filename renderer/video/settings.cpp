#include "video/settings.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <span>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/diagnostic.hpp"
#include "core/error.hpp"

namespace ebbflow::video {

namespace {

template <typename T>
struct Named {
    T value;
    std::string_view name;
};
template <typename T>
Named(T, const char*) -> Named<T>;

constexpr std::array kCodecs{Named{Codec::h264, "h264"}, Named{Codec::hevc, "hevc"},
                             Named{Codec::ffv1, "ffv1"}, Named{Codec::png, "png"}};
constexpr std::array kQualities{Named{Quality::draft, "draft"}, Named{Quality::web, "web"},
                                Named{Quality::high, "high"}, Named{Quality::master, "master"}};
constexpr std::array kContainers{Named{Container::mp4, "MP4"}, Named{Container::mov, "MOV"},
                                 Named{Container::mkv, "MKV"},
                                 Named{Container::pngFrames, "numbered PNG frames"}};

template <typename T, std::size_t n>
std::string_view lookUp(const std::array<Named<T>, n>& table, T value) {
    return table[static_cast<std::size_t>(value)].name;
}

template <typename T, std::size_t n>
T find(const std::array<Named<T>, n>& table, std::string_view what, std::string_view name) {
    std::vector<std::string> names;
    for (const Named<T>& row : table) {
        if (row.name == name) return row.value;
        names.emplace_back(row.name);
    }
    throw core::Failure(fmt::format("unknown {} `{}`{} (there are {})", what, name,
                                    core::didYouMean(name, names), fmt::join(names, ", ")));
}

std::optional<int> wholeNumber(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value <= 0) return {};
    return value;
}

bool holds(Container container, Codec codec) {
    if (container == Container::pngFrames) return codec == Codec::png;
    if (codec == Codec::png) return false;
    return container == Container::mkv || codec != Codec::ffv1;
}

void checkSize(const Settings& settings, std::vector<std::string>& found) {
    const auto [width, height] = settings.size;
    constexpr int kSmallest = 16, kLargest = 16384;
    if (width < kSmallest || height < kSmallest || width > kLargest || height > kLargest) {
        found.push_back(fmt::format("size {}x{}: each side must be from {} to {} pixels", width,
                                    height, kSmallest, kLargest));
        return;
    }
    const FormatInfo& info = formatInfo(settings.format);
    const int evenWidth = width & ~((1 << info.chromaShiftX) - 1);
    const int evenHeight = height & ~((1 << info.chromaShiftY) - 1);
    if (evenWidth != width || evenHeight != height) {
        found.push_back(fmt::format(
            "size {}x{}: {} halves the colour planes, so both sides must be even; {}x{} would do",
            width, height, info.name, evenWidth, evenHeight));
    }
}

void checkRateControl(const Settings& settings, std::vector<std::string>& found) {
    if (settings.codec == Codec::h264 || settings.codec == Codec::hevc) {
        if (settings.crf && !(*settings.crf >= 0 && *settings.crf <= 51)) {
            found.push_back(fmt::format("crf {}: it goes from 0 (best) to 51", *settings.crf));
        }
        static const std::vector<std::string> presets{
            "ultrafast", "superfast", "veryfast", "faster",   "fast",
            "medium",    "slow",      "slower",   "veryslow", "placebo"};
        for (const std::string& name : presets) {
            if (settings.preset.empty() || name == settings.preset) return;
        }
        found.push_back(fmt::format("unknown encoder preset `{}`{} (there are {})", settings.preset,
                                    core::didYouMean(settings.preset, presets),
                                    fmt::join(presets, ", ")));
    } else if (settings.crf || !settings.preset.empty()) {
        found.push_back(fmt::format("{} is lossless: it has neither crf nor encoder preset",
                                    nameOf(settings.codec)));
    }
}

}  // namespace

Codec codecNamed(std::string_view name) {
    if (name == "h265") return Codec::hevc;
    return find(kCodecs, "codec", name);
}

Quality qualityNamed(std::string_view name) {
    return find(kQualities, "quality", name);
}
std::string_view nameOf(Codec codec) {
    return lookUp(kCodecs, codec);
}
std::string_view nameOf(Quality quality) {
    return lookUp(kQualities, quality);
}
std::string_view nameOf(Container container) {
    return lookUp(kContainers, container);
}

FrameSize sizeNamed(std::string_view text) {
    const auto cross = text.find('x');
    if (cross != std::string_view::npos) {
        const auto width = wholeNumber(text.substr(0, cross));
        const auto height = wholeNumber(text.substr(cross + 1));
        if (width && height) return {*width, *height};
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
    if (end == ".mp4") return Container::mp4;
    if (end == ".mov") return Container::mov;
    if (end == ".mkv") return Container::mkv;
    if (name.empty() || std::filesystem::is_directory(output)) return Container::pngFrames;
    if (end == ".png" && name.find('%') != std::string::npos) return Container::pngFrames;
    if (end == ".png") {
        throw core::Failure(fmt::format(
            "`{}` is one picture: name the frames of a film with a number, as in `{}-%05d.png`",
            output.string(), output.stem().string()));
    }
    static const std::vector<std::string> ends{".mp4", ".mov", ".mkv"};
    throw core::Failure(fmt::format(
        "`{}`: the end of the name says what to write{}: .mp4, .mov, .mkv, or `NAME-%05d.png` or "
        "a folder for numbered frames",
        output.string(), core::didYouMean(end, ends)));
}

bool isNumbered(Container container) {
    return container == Container::pngFrames;
}

Codec usualCodec(Container container) {
    return container == Container::pngFrames ? Codec::png : Codec::h264;
}

PixelFormat usualFormat(Codec codec) {
    switch (codec) {
        case Codec::png:
            return PixelFormat::rgba8;
        case Codec::ffv1:
            return PixelFormat::yuv444p8;
        case Codec::h264:
        case Codec::hevc:
            break;
    }
    return PixelFormat::yuv420p8;
}

int segmentLength(const Settings& settings) {
    if (settings.segmentFrames > 0) return settings.segmentFrames;
    constexpr double kSeconds = 4;
    return static_cast<int>(std::max(1L, std::lround(kSeconds * settings.rate.perSecond())));
}

std::vector<std::string> problems(const Settings& settings, Container container) {
    std::vector<std::string> found;
    if (!holds(container, settings.codec)) {
        found.push_back(fmt::format("{} cannot hold {}; {}", nameOf(container),
                                    nameOf(settings.codec),
                                    settings.codec == Codec::ffv1  ? "name the film .mkv"
                                    : settings.codec == Codec::png ? "name numbered .png files"
                                                                   : "name it .mp4, .mov or .mkv"));
    }
    if (formatInfo(settings.format).rgb != (settings.codec == Codec::png)) {
        found.push_back(fmt::format("{} does not take {} frames", nameOf(settings.codec),
                                    formatInfo(settings.format).name));
    }
    checkSize(settings, found);
    checkRateControl(settings, found);
    if (settings.threads < 1 || settings.threads > 64) {
        found.push_back(
            fmt::format("{} encoder threads: from 1 to 64 can be asked for", settings.threads));
    }
    if (settings.segmentFrames < 0) {
        found.push_back(fmt::format("a segment of {} frames", settings.segmentFrames));
    }
    return found;
}

}  // namespace ebbflow::video
