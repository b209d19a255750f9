#include "produce/render_order.hpp"

#include <filesystem>

#include <fmt/format.h>

#include "produce/film_times.hpp"
#include "produce/layer.hpp"
#include "produce/pieces.hpp"
#include "produce/refusal.hpp"
#include "produce/side_orders.hpp"

namespace ebbflow::produce {

namespace {

delivery::FrameRange rangeOf(const RenderOptions& options, const frame::Plan& plan,
                             const core::FrameRate& rate) {
    delivery::FrameRange range{0, plan.frameCount(rate)};
    if (!options.from.empty())
        range.first = core::frameAt(timeNamed(options.from, plan, rate), rate);
    if (!options.to.empty()) {
        range.end = core::frameCount(timeNamed(options.to, plan, rate), rate);
    }
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

paint::PictureDepth depthFor(const encode::Settings& settings) {
    const int bits = encode::formatInfo(settings.format).bits;
    // What is straightened afterwards needs more depth than it is written with.
    if (bits > 10 || settings.alpha) return paint::PictureDepth::sixteen;
    return bits > 8 ? paint::PictureDepth::ten : paint::PictureDepth::eight;
}

StudioOptions studioFor(const RenderOptions& options, const encode::Settings& settings) {
    StudioOptions studio = options.studio;
    studio.rate = settings.rate;
    studio.depth = depthFor(settings);
    if (options.review) studio.reviewRate = settings.rate;
    if (settings.alpha) studio.layers = {.map = false, .lights = false, .text = true};
    return studio;
}

core::FrameRate rateOf(const RenderOptions& options, const frame::Plan& plan) {
    return options.rate.empty() ? plan.film->scene.frame.rate : rateNamed(options.rate);
}

delivery::FilmOrder orderFor(const RenderOptions& options, const frame::Plan& plan) {
    delivery::FilmOrder order;
    order.output = options.output;
    order.overwrite = options.force;
    order.resume = options.resume;
    if (!options.part.empty()) {
        order.part = refusing([&] { return delivery::partNamed(options.part); });
    }
    order.asked = {std::filesystem::absolute(plan.film->scene.file).lexically_normal().string(),
                   options.asked};
    encode::Settings& settings = order.settings;
    settings.codec = refusing([&] {
        return options.codec.empty() ? encode::usualCodec(encode::containerOf(order.output))
                                     : encode::codecNamed(options.codec);
    });
    const Layer layer = layerOf(options);
    // What lies below the words is opaque.
    settings.alpha = layer == Layer::text || (options.alpha && layer == Layer::all);
    settings.format =
        refusing([&] { return encode::formatFor(settings.codec, options.depth, settings.alpha); });
    settings.comment = commentOf(layer);
    if (!options.bitrate.empty())
        settings.bitrate = refusing([&] { return encode::bitrateNamed(options.bitrate); });
    settings.quality = refusing([&] { return encode::qualityNamed(options.quality); });
    settings.crf = options.crf;
    settings.preset = options.encoderPreset;
    settings.encoder = options.encoder;
    settings.threads = options.threads;
    settings.segmentFrames = options.segment;
    settings.size = {plan.film->scene.frame.width, plan.film->scene.frame.height};
    settings.rate = rateOf(options, plan);
    settings.title = plan.film->scene.title.inOrAny(plan.language);
    settings.language = plan.language;
    settings.chapters = chaptersOf(plan, settings.rate);
    order.range = options.chapter.empty() ? rangeOf(options, plan, settings.rate)
                                          : chapterOf(options, plan, settings.rate);
    settings.side = sideOf(options, plan, order.range, settings.rate);
    // Edit lists count by the timecode in the files of chapters, whatever the script says.
    if (!options.chapter.empty()) requireTimecode(settings.rate);
    if (!plan.film->scene.frame.startTimecode.empty() || !options.chapter.empty())
        settings.timecode = clockOf(plan, settings.rate).at(order.range.first);
    return order;
}

}  // namespace ebbflow::produce
