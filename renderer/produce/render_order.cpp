#include "produce/render_order.hpp"

#include <filesystem>

#include <fmt/format.h>

#include "encode/codec_info.hpp"
#include "produce/film_times.hpp"
#include "produce/layer.hpp"
#include "produce/pieces.hpp"
#include "produce/refusal.hpp"
#include "produce/side_orders.hpp"
#include "produce/versions.hpp"

namespace ebbflow::produce {

namespace {

delivery::FrameRange rangeOf(const RenderWish& wish, const frame::Plan& plan,
                             const core::FrameRate& rate) {
    delivery::FrameRange range{0, plan.frameCount(rate)};
    if (wish.from) range.first = core::frameAt(timeOf(*wish.from, plan, rate), rate);
    if (wish.to) range.end = core::frameCount(timeOf(*wish.to, plan, rate), rate);
    if (range.count() <= 0) throw Refusal("--from and --to leave no frame between them");
    return range;
}

void requireTimecode(const core::FrameRate& rate) {
    const std::string fault = core::parseTimecode("00:00:00:00", rate).fault;
    if (!fault.empty()) throw Refusal("files of chapters carry timecode; " + fault);
}

/// Each begins with the first frame that shows it.
std::vector<encode::ChapterMark> chaptersOf(const frame::Plan& plan, const core::FrameRate& rate) {
    std::vector<encode::ChapterMark> chapters;
    for (std::size_t i = 0; i < plan.timeline.chapters.size(); ++i) {
        const scene::Chapter& chapter = plan.film->scene.chapters[i];
        const std::string& title = chapter.title.inOrAny(plan.language);
        chapters.push_back({core::frameCount(plan.timeline.chapters[i].start, rate),
                            title.empty() ? chapter.id : title});
    }
    return chapters;
}

}  // namespace

raster::PictureDepth depthFor(const encode::Settings& settings) {
    const int bits = encode::formatInfo(settings.format).bits;
    // What is straightened afterwards needs more depth than it is written with.
    if (bits > 10 || settings.alpha) return raster::PictureDepth::sixteen;
    return bits > 8 ? raster::PictureDepth::ten : raster::PictureDepth::eight;
}

StudioOptions studioFor(const RenderWish& wish, const encode::Settings& settings) {
    StudioOptions studio;
    studio.shaderFolder = wish.shaders.string();
    studio.device = wish.device;
    studio.samples = wish.samples;
    studio.shutter = {wish.shutter, wish.shutterMoments};
    studio.rate = settings.rate;
    studio.depth = depthFor(settings);
    if (wish.review) studio.reviewRate = settings.rate;
    if (settings.alpha) studio.layers = {.map = false, .lights = false, .text = true};
    return studio;
}

core::FrameRate rateOf(const RenderWish& wish, const frame::Plan& plan) {
    return wish.rate.value_or(plan.film->scene.frame.rate);
}

delivery::FilmOrder orderFor(const RenderWish& wish, const RenderManner& manner,
                             const frame::Plan& plan) {
    delivery::FilmOrder order;
    order.output = wish.output;
    order.overwrite = manner.overwrite;
    order.resume = manner.resume;
    order.part = manner.part;
    encode::Settings& settings = order.settings;
    settings.codec = wish.codec ? *wish.codec : refusing([&] {
        return encode::usualCodec(encode::containerOf(order.output));
    });
    const Layer layer = layerOf(wish);
    // What lies below the words is opaque.
    settings.alpha = layer == Layer::text || (wish.alpha && layer == Layer::all);
    settings.format =
        refusing([&] { return encode::formatFor(settings.codec, wish.depth, settings.alpha); });
    settings.comment = commentOf(layer);
    settings.bitrate = wish.bitrate;
    settings.quality = wish.quality;
    settings.crf = wish.crf;
    settings.preset = wish.encoderPreset;
    settings.encoder = wish.encoder;
    settings.threads = wish.threads;
    settings.segmentFrames = wish.segment;
    settings.size = {plan.film->scene.frame.width, plan.film->scene.frame.height};
    settings.rate = rateOf(wish, plan);
    settings.title = plan.film->scene.title.inOrAny(plan.language);
    settings.language = plan.language;
    settings.chapters = chaptersOf(plan, settings.rate);
    order.range = wish.chapter.empty() ? rangeOf(wish, plan, settings.rate)
                                       : chapterOf(wish, plan, settings.rate);
    settings.side = sideOf(wish, plan, order.range, settings.rate);
    // Edit lists count by the timecode in the files of chapters, whatever the script says.
    if (!wish.chapter.empty()) requireTimecode(settings.rate);
    if (!plan.film->scene.frame.startTimecode.empty() || !wish.chapter.empty())
        settings.timecode = clockOf(plan, settings.rate).at(order.range.first);
    return order;
}

RenderWish ownWish(const RenderWish& wish, const delivery::FilmOrder& order,
                   const frame::Plan& plan) {
    const encode::Settings& settings = order.settings;
    RenderWish own = wish;
    own.scene = std::filesystem::absolute(plan.film->scene.file).lexically_normal();
    own.output.clear();
    own.languages = {plan.language};
    if (!wish.subtitles.empty())
        own.subtitles = languagesNamed(wish.subtitles, plan.film->scene.languages);
    if (wish.chapter.empty()) {
        const bool toTheEnd = order.range.end == plan.frameCount(settings.rate);
        own.from = order.range.first > 0 ? std::optional<Moment>(FrameNumber{order.range.first})
                                         : std::nullopt;
        own.to = toTheEnd ? std::nullopt : std::optional<Moment>(FrameNumber{order.range.end});
    }
    own.size = settings.size;
    own.rate = settings.rate;
    own.codec = settings.codec;
    own.depth = encode::formatInfo(settings.format).bits;
    own.encoder = settings.encoder;
    own.hardware = false;
    return own;
}

}  // namespace ebbflow::produce
