#include "encode/recipe.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/error.hpp"
#include "encode/hardware.hpp"

namespace ebbflow::encode {

namespace {

using Options = std::vector<std::pair<std::string, std::string>>;

struct UsualRate {
    double crf;
    std::string_view preset;
};
using UsualRates = std::array<UsualRate, 4>;

// Y PSNR of a 1080p night map with 400 lights under way, dB: H.264 48, 50, 55, 60; HEVC 42, 48, 55,
// 62. x265's two quick presets pay for it in bytes; from `high` on HEVC is about as small.
constexpr UsualRates kH264{
    UsualRate{28, "ultrafast"}, {21, "veryfast"}, {18, "medium"}, {12, "slow"}};
constexpr UsualRates kHevc{
    UsualRate{22, "ultrafast"}, {22, "veryfast"}, {18, "medium"}, {12, "slow"}};
// Of libvpx the second number is `cpu-used`.
constexpr UsualRates kAv1{UsualRate{42, "12"}, {32, "8"}, {24, "6"}, {14, "5"}};
constexpr UsualRates kVp9{UsualRate{42, "8"}, {31, "5"}, {22, "4"}, {12, "2"}};

const UsualRate& usualRate(const Settings& settings, const UsualRates& table) {
    return table[static_cast<std::size_t>(settings.quality)];
}

// An average is held by a buffer of two seconds, so that no stretch asks for much more than it.
void addRate(const Settings& settings, const UsualRates& table, Options& options) {
    if (settings.bitrate) {
        options.emplace_back("b", fmt::format("{}", *settings.bitrate));
        options.emplace_back("maxrate", fmt::format("{}", *settings.bitrate));
        options.emplace_back("bufsize", fmt::format("{}", 2 * *settings.bitrate));
    } else {
        const double crf = settings.crf.value_or(usualRate(settings, table).crf);
        options.emplace_back("crf", fmt::format("{}", crf));
    }
}

void addPresetAndRate(const Settings& settings, const UsualRates& table, Options& options) {
    options.emplace_back("preset", settings.preset.empty()
                                       ? std::string(usualRate(settings, table).preset)
                                       : settings.preset);
    addRate(settings, table, options);
}

Recipe h264(const Settings& settings) {
    Recipe recipe{"libx264", settings.threads, keyFrameDistance(settings), {}, "", "", -1};
    addPresetAndRate(settings, kH264, recipe.options);
    // Without it macroblock-tree uses each vendor's own approximate reciprocal.
    recipe.options.emplace_back("x264-params", "cpu-independent=1");
    return recipe;
}

Recipe hevc(const Settings& settings) {
    Recipe recipe{"libx265", settings.threads, keyFrameDistance(settings), {}, "", "", -1};
    addPresetAndRate(settings, kHevc, recipe.options);
    // x265 chooses both counts by the machine unless told; its info message names the CPU, and it
    // logs to the terminal past libav. A centre-sited chroma plane is type 1.
    const int frameThreads = std::clamp(settings.threads / 2, 1, 4);
    const std::string siting = formatInfo(settings.format).chromaShiftY == 1 ? ":chromaloc=1" : "";
    recipe.options.emplace_back(
        "x265-params", fmt::format("pools={}:frame-threads={}:open-gop=0:info=0:log-level=none{}",
                                   settings.threads, frameThreads, siting));
    // `hvc1` keeps the parameter sets in the header, the form that Apple's players ask for.
    recipe.tag = "hvc1";
    return recipe;
}

Recipe ffv1(const Settings& settings) {
    // Version 3, every frame a key frame, slices of fixed number with checksums: the form that
    // archives ask for. The slices are in the stream, so their number must not follow the threads.
    return {"ffv1", settings.threads,
            1,      {{"level", "3"}, {"slices", "16"}, {"slicecrc", "1"}, {"coder", "range_tab"}},
            "",     "",
            -1};
}

Recipe av1(const Settings& settings) {
    Recipe recipe{"libsvtav1", settings.threads, keyFrameDistance(settings), {}, "", "", -1};
    addPresetAndRate(settings, kAv1, recipe.options);
    // SVT-AV1 takes a largest rate only beside a crf; alone, `b` is its average (VBR).
    if (settings.bitrate) {
        std::erase_if(recipe.options, [](const auto& option) {
            return option.first == "maxrate" || option.first == "bufsize";
        });
    }
    // Its threads are its own to choose unless told, and it takes whole numbers only.
    recipe.options.emplace_back("svtav1-params", fmt::format("lp={}", settings.threads));
    return recipe;
}

Recipe vp9(const Settings& settings) {
    Recipe recipe{"libvpx-vp9", settings.threads, keyFrameDistance(settings), {}, "", "", -1};
    addRate(settings, kVp9, recipe.options);
    recipe.options.emplace_back("deadline", "good");
    recipe.options.emplace_back("cpu-used", usualRate(settings, kVp9).preset);
    recipe.options.emplace_back("row-mt", "1");
    // libvpx encodes alpha as a second stream, whose frames must not be reordered away.
    if (settings.alpha) recipe.options.emplace_back("auto-alt-ref", "0");
    return recipe;
}

// The vendor is Apple's: editors that trust no other make their own previews of such a file.
Recipe prores(const Settings& settings) {
    struct Grade {
        const char *profile, *tag;
    };
    const Grade grade = settings.codec == Codec::prores422     ? Grade{"standard", "apcn"}
                        : settings.codec == Codec::prores422Hq ? Grade{"hq", "apch"}
                                                               : Grade{"4444", "ap4h"};
    return {"prores_ks",
            settings.threads,
            1,
            {{"profile", grade.profile},
             {"vendor", "apl0"},
             {"alpha_bits", settings.alpha ? "16" : "0"}},
            grade.tag,
            "apl0",
            -1};
}

Recipe dnxhr(const Settings& settings) {
    const bool full = settings.codec == Codec::dnxhr444;
    constexpr int kHqx = 4, k444 = 5;
    return {"dnxhd", settings.threads,  1, {{"profile", full ? "dnxhr_444" : "dnxhr_hqx"}}, "AVdh",
            "",      full ? k444 : kHqx};
}

Recipe exr(const Settings& /*settings*/) {
    // Half floats hold what a film shows, in half the bytes; ZIP by 16 rows is what readers expect.
    return {"exr", 1, 1, {{"compression", "zip16"}, {"format", "half"}}, "", "", -1};
}

Recipe webp(const Settings& settings) {
    constexpr std::array<const char*, 4> qualities{"55", "75", "90", "100"};
    const bool lossless = settings.quality == Quality::master;
    return {"libwebp",
            1,
            1,
            {{"quality", qualities[static_cast<std::size_t>(settings.quality)]},
             {"lossless", lossless ? "1" : "0"}},
            "",
            "",
            -1};
}

Recipe usualRecipe(const Settings& settings) {
    switch (settings.codec) {
        case Codec::h264:
            return h264(settings);
        case Codec::hevc:
            return hevc(settings);
        case Codec::ffv1:
            return ffv1(settings);
        case Codec::av1:
            return av1(settings);
        case Codec::vp9:
            return vp9(settings);
        case Codec::prores422:
        case Codec::prores422Hq:
        case Codec::prores4444:
            return prores(settings);
        case Codec::dnxhrHqx:
        case Codec::dnxhr444:
            return dnxhr(settings);
        case Codec::exr:
            return exr(settings);
        case Codec::webp:
            return webp(settings);
        case Codec::gif:
            return {"gif", 1, 1, {}, "", "", -1};
        case Codec::png:
            break;
    }
    throw core::Failure("numbered PNG frames need no video encoder");
}

}  // namespace

Recipe recipeFor(const Settings& settings) {
    if (isHardware(settings.encoder)) {
        const UsualRates& table = settings.codec == Codec::hevc ? kHevc : kH264;
        return hardwareRecipe(settings, settings.encoder,
                              settings.crf.value_or(usualRate(settings, table).crf));
    }
    Recipe recipe = usualRecipe(settings);
    if (!settings.encoder.empty()) recipe.encoder = settings.encoder;
    return recipe;
}

}  // namespace ebbflow::encode
