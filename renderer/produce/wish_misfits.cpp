#include "produce/wish_misfits.hpp"

#include <algorithm>

#include "core/error.hpp"
#include "core/timecode.hpp"
#include "encode/codec_info.hpp"

namespace ebbflow::produce {

namespace {

using Problems = std::vector<encode::Problem>;

/// Where neither says what is made, nothing can be said of it.
std::optional<encode::Container> containerOf(const RenderWish& wish) {
    if (!wish.output.empty()) return encode::containerOf(wish.output);
    if (wish.codec) return encode::usualContainer(*wish.codec);
    return {};
}

/// Opaque and with the words' alpha, as the layers of a wish are.
bool wantsAlpha(const RenderWish& wish) {
    const bool text = std::ranges::find(wish.layers, Layer::text) != wish.layers.end();
    return text || (wish.alpha && wish.layers.empty());
}

void judgeEncoding(const RenderWish& wish, encode::Container container, Problems& found) {
    encode::Settings settings;
    settings.codec = wish.codec.value_or(encode::usualCodec(container));
    settings.format = encode::usualFormat(settings.codec);
    settings.crf = wish.crf;
    settings.bitrate = wish.bitrate;
    settings.preset = wish.encoderPreset;
    settings.encoder = wish.encoder;
    settings.threads = wish.threads;
    settings.segmentFrames = wish.segment;
    if (wish.rate) settings.rate = *wish.rate;
    if (wish.size) settings.size = *wish.size;
    try {
        settings.format = encode::formatFor(settings.codec, wish.depth, wantsAlpha(wish));
    } catch (const core::Failure& failure) {
        found.push_back({wish.depth > 0 ? "depth" : "alpha", failure.what()});
    }
    for (encode::Problem& problem : encode::problems(settings, container))
        found.push_back(std::move(problem));
}

/// At the wish's own rate; without one at the rates that have the most names.
void judgeTimecode(const RenderWish& wish, Problems& found) {
    if (wish.timecode.empty()) return;
    const bool drop = wish.timecode.find(';') != std::string::npos;
    const core::FrameRate usual = drop ? core::FrameRate{60000, 1001} : core::FrameRate{60, 1};
    if (auto read = core::parseTimecode(wish.timecode, wish.rate.value_or(usual));
        !read.fault.empty()) {
        found.push_back({"timecode", std::move(read.fault)});
    }
}

}  // namespace

Problems misfitsOf(const RenderWish& wish) {
    Problems found;
    try {
        if (const auto container = containerOf(wish)) judgeEncoding(wish, *container, found);
    } catch (const core::Failure& failure) {
        found.push_back({"ending", failure.what()});
    }
    judgeTimecode(wish, found);
    if (wish.alpha && wish.textless) found.push_back({"textless", std::string(kNothingLeft)});
    return found;
}

}  // namespace ebbflow::produce
