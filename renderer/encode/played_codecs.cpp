// Codecs that players and browsers show. Their packets build on those before, back to a key frame,
// and a quality says how large they are.

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/enum_size.hpp"
#include "encode/codec_families.hpp"
#include "encode/settings.hpp"

namespace ebbflow::encode {

namespace {

using enum Container;
using enum PixelFormat;

// Y PSNR of a 1080p night map with 400 lights under way, dB: H.264 48, 50, 55, 60; HEVC 42, 48, 55,
// 62. x265's two quick presets pay for it in bytes; from `high` on HEVC is about as small.
constexpr std::array<UsualRate, 4> kH264{
    {{28, "ultrafast"}, {21, "veryfast"}, {18, "medium"}, {12, "slow"}}};
constexpr std::array<UsualRate, 4> kHevc{
    {{22, "ultrafast"}, {22, "veryfast"}, {18, "medium"}, {12, "slow"}}};
// Of libvpx the second is `cpu-used`.
constexpr std::array<UsualRate, 4> kVp9{{{42, "8"}, {31, "5"}, {22, "4"}, {12, "2"}}};
constexpr std::array<UsualRate, 4> kAv1{{{42, "12"}, {32, "8"}, {24, "6"}, {14, "5"}}};

constexpr std::array<std::string_view, 10> kX26Presets{
    "ultrafast", "superfast", "veryfast", "faster",   "fast",
    "medium",    "slow",      "slower",   "veryslow", "placebo"};
constexpr std::array<std::string_view, 14> kAv1Presets{"0", "1", "2", "3",  "4",  "5",  "6",
                                                       "7", "8", "9", "10", "11", "12", "13"};

constexpr std::array kFilms{mp4, mov, mkv};
constexpr std::array kVp9Films{webm, mkv};
constexpr std::array kAv1Films{mp4, mkv, webm};
constexpr std::array kUsualFormats{yuv420p8, yuv420p10, yuv444p8};
constexpr std::array kVp9Formats{yuv420p8, yuv420p10, yuva420p8};
constexpr std::array kAv1Formats{yuv420p8, yuv420p10};
constexpr std::array<std::string_view, 2> kH264Cards{"h264_nvenc", "h264_vaapi"};
constexpr std::array<std::string_view, 2> kHevcCards{"hevc_nvenc", "hevc_vaapi"};

const UsualRate& usualRate(const Settings& settings, const CodecInfo& row) {
    static_assert(std::tuple_size_v<decltype(CodecInfo::usual)> == core::enumSize<Quality>());
    return row.usual[static_cast<std::size_t>(settings.quality)];
}

// An average is held by a buffer of two seconds, so that no stretch asks for much more than it.
void addRate(const Settings& settings, const CodecInfo& row, EncoderOptions& options) {
    if (settings.bitrate) {
        options.emplace_back("b", fmt::format("{}", *settings.bitrate));
        options.emplace_back("maxrate", fmt::format("{}", *settings.bitrate));
        options.emplace_back("bufsize", fmt::format("{}", 2 * *settings.bitrate));
    } else {
        const double crf = settings.crf.value_or(usualRate(settings, row).crf);
        options.emplace_back("crf", fmt::format("{}", crf));
    }
}

EncoderOptions presetAndRate(const Settings& settings, const CodecInfo& row) {
    EncoderOptions options;
    options.emplace_back("preset", settings.preset.empty()
                                       ? std::string(usualRate(settings, row).preset)
                                       : settings.preset);
    addRate(settings, row, options);
    return options;
}

EncoderOptions h264Options(const Settings& settings, const CodecInfo& row) {
    EncoderOptions options = presetAndRate(settings, row);
    // Without it macroblock-tree uses each vendor's own approximate reciprocal.
    options.emplace_back("x264-params", "cpu-independent=1");
    return options;
}

EncoderOptions hevcOptions(const Settings& settings, const CodecInfo& row) {
    EncoderOptions options = presetAndRate(settings, row);
    // x265 chooses both counts by the machine unless told; its info message names the CPU, and it
    // logs to the terminal past libav. A centre-sited chroma plane is type 1.
    const int frameThreads = std::clamp(settings.threads / 2, 1, 4);
    const std::string siting = formatInfo(settings.format).chromaShiftY == 1 ? ":chromaloc=1" : "";
    // Without it a bitrate's buffer is filled by which thread is ahead, in another way each time.
    const std::string buffer = settings.bitrate ? ":const-vbv=1" : "";
    options.emplace_back(
        "x265-params", fmt::format("pools={}:frame-threads={}:open-gop=0:info=0:log-level=none{}{}",
                                   settings.threads, frameThreads, siting, buffer));
    return options;
}

EncoderOptions vp9Options(const Settings& settings, const CodecInfo& row) {
    EncoderOptions options;
    addRate(settings, row, options);
    options.emplace_back("deadline", "good");
    options.emplace_back("cpu-used", usualRate(settings, row).preset);
    options.emplace_back("row-mt", "1");
    // libvpx encodes alpha as a second stream, whose frames must not be reordered away.
    if (settings.alpha) options.emplace_back("auto-alt-ref", "0");
    return options;
}

EncoderOptions av1Options(const Settings& settings, const CodecInfo& row) {
    EncoderOptions options = presetAndRate(settings, row);
    // SVT-AV1 takes a largest rate only beside a crf; alone, `b` is its average (VBR).
    if (settings.bitrate) {
        std::erase_if(options, [](const auto& option) {
            return option.first == "maxrate" || option.first == "bufsize";
        });
    }
    // Its threads are its own to choose unless told, and it takes whole numbers only.
    options.emplace_back("svtav1-params", fmt::format("lp={}", settings.threads));
    return options;
}

constexpr std::array kPlayedRows{
    CodecInfo{.codec = Codec::h264,
              .name = "h264",
              .words = {.use = "everything that plays"},
              .containers = kFilms,
              .formats = kUsualFormats,
              .played = true,
              .rate = RateControl::quality,
              .worstCrf = 51,
              .usual = kH264,
              .presets = kX26Presets,
              .encoder = "libx264",
              .cards = kH264Cards,
              .library = "libx264.so",
              .options = h264Options,
              .keyFrames = true,
              .oneThreadForRate = true,
              .readAs = {.codec = "h264"}},
    // `hvc1` keeps the parameter sets in the header, the form that Apple's players ask for.
    CodecInfo{.codec = Codec::hevc,
              .name = "hevc",
              .words = {.use = "smaller; `hvc1`, as Apple's players ask"},
              .containers = kFilms,
              .formats = kUsualFormats,
              .played = true,
              .rate = RateControl::quality,
              .worstCrf = 51,
              .usual = kHevc,
              .presets = kX26Presets,
              .encoder = "libx265",
              .cards = kHevcCards,
              .library = "libx265.so",
              .options = hevcOptions,
              .keyFrames = true,
              .tag = "hvc1",
              .readAs = {.codec = "hevc"}},
    CodecInfo{.codec = Codec::vp9,
              .name = "vp9",
              .words = {.use = "films with alpha on web pages"},
              .containers = kVp9Films,
              .formats = kVp9Formats,
              .alphaBeside = true,
              .played = true,
              .rate = RateControl::quality,
              .worstCrf = 63,
              .usual = kVp9,
              .encoder = "libvpx-vp9",
              .library = "libvpx.so",
              .options = vp9Options,
              .keyFrames = true,
              .readAs = {.codec = "vp9", .sameFormat = false}},
    CodecInfo{.codec = Codec::av1,
              .name = "av1",
              .words = {.use = "the web"},
              .containers = kAv1Films,
              .formats = kAv1Formats,
              .smallest = {"SVT-AV1", 64, 64},
              .played = true,
              .rate = RateControl::quality,
              .worstCrf = 63,
              .usual = kAv1,
              .presets = kAv1Presets,
              .encoder = "libsvtav1",
              .library = "libSvtAv1Enc.so",
              .options = av1Options,
              .keyFrames = true,
              .oneThreadForRate = true,
              .waitsForEnd = true,
              .readAs = {.codec = "av1"}},
};
static_assert(areWhole(kPlayedRows));

}  // namespace

std::span<const CodecInfo> playedCodecs() {
    return kPlayedRows;
}

}  // namespace ebbflow::encode
