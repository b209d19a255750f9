#include "video/recipe.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/error.hpp"

namespace ebbflow::video {

namespace {

struct RateControl {
    double crf;
    std::string_view preset;
};

// Y PSNR of a 1080p night map with 400 lights under way, dB: H.264 48, 50, 55, 60; HEVC 42, 48, 55,
// 62. x265's two quick presets pay for it in bytes; from `high` on HEVC is about as small.
constexpr std::array<RateControl, 4> kH264{
    RateControl{28, "ultrafast"}, {21, "veryfast"}, {18, "medium"}, {12, "slow"}};
constexpr std::array<RateControl, 4> kHevc{
    RateControl{22, "ultrafast"}, {22, "veryfast"}, {18, "medium"}, {12, "slow"}};

void addRateControl(const Settings& settings, const std::array<RateControl, 4>& table,
                    Recipe& recipe) {
    const RateControl& usual = table[static_cast<std::size_t>(settings.quality)];
    recipe.options.emplace_back(
        "preset", settings.preset.empty() ? std::string(usual.preset) : settings.preset);
    recipe.options.emplace_back("crf", fmt::format("{}", settings.crf.value_or(usual.crf)));
}

Recipe h264(const Settings& settings) {
    Recipe recipe{"libx264", settings.threads, segmentLength(settings), {}};
    addRateControl(settings, kH264, recipe);
    // Without it macroblock-tree uses each vendor's own approximate reciprocal.
    recipe.options.emplace_back("x264-params", "cpu-independent=1");
    return recipe;
}

Recipe hevc(const Settings& settings) {
    Recipe recipe{"libx265", settings.threads, segmentLength(settings), {}};
    addRateControl(settings, kHevc, recipe);
    // x265 chooses both counts by the machine unless told; its info message names the CPU, and it
    // logs to the terminal past libav. A centre-sited chroma plane is type 1.
    const int frameThreads = std::clamp(settings.threads / 2, 1, 4);
    const std::string siting = formatInfo(settings.format).chromaShiftY == 1 ? ":chromaloc=1" : "";
    recipe.options.emplace_back(
        "x265-params", fmt::format("pools={}:frame-threads={}:open-gop=0:info=0:log-level=none{}",
                                   settings.threads, frameThreads, siting));
    return recipe;
}

Recipe ffv1(const Settings& settings) {
    // Version 3, every frame a key frame, slices of fixed number with checksums: the form that
    // archives ask for. The slices are in the stream, so their number must not follow the threads.
    return {"ffv1",
            settings.threads,
            1,
            {{"level", "3"}, {"slices", "16"}, {"slicecrc", "1"}, {"coder", "range_tab"}}};
}

}  // namespace

Recipe recipeFor(const Settings& settings) {
    Recipe recipe;
    switch (settings.codec) {
        case Codec::h264:
            recipe = h264(settings);
            break;
        case Codec::hevc:
            recipe = hevc(settings);
            break;
        case Codec::ffv1:
            recipe = ffv1(settings);
            break;
        case Codec::png:
            throw core::Failure("numbered PNG frames need no video encoder");
    }
    if (!settings.encoder.empty()) recipe.encoder = settings.encoder;
    return recipe;
}

}  // namespace ebbflow::video
