#include "ebbflow/render_order.hpp"

#include <filesystem>

#include <fmt/format.h>

#include "ebbflow/usage.hpp"

namespace ebbflow::tools {

namespace {

core::FrameRate rateNamed(const std::string& text, const frame::Plan& plan) {
    if (text.empty()) return plan.film->scene.frame.rate;
    const auto rate = core::parseFrameRate(text);
    if (!rate) {
        throw UsageError(fmt::format(
            "`{}` is no frame rate; write 24, 25, 30, 50, 60, 23.976, 29.97, 59.94 or a "
            "fraction such as 30000/1001",
            text));
    }
    return *rate;
}

video::FrameRange rangeOf(const RenderOptions& options, const frame::Plan& plan,
                          const core::FrameRate& rate) {
    video::FrameRange range{0, plan.frameCount(rate)};
    if (!options.from.empty())
        range.first = core::frameAt(timeNamed(options.from, plan, rate), rate);
    if (!options.to.empty()) {
        range.end = core::frameCount(timeNamed(options.to, plan, rate), rate);
    }
    if (range.count() <= 0) throw UsageError("--from and --to leave no frame between them");
    return range;
}

}  // namespace

video::FilmOrder orderFor(const RenderOptions& options, const frame::Plan& plan) {
    video::FilmOrder order;
    order.output = options.output;
    order.overwrite = options.force;
    order.resume = options.resume;
    if (!options.part.empty()) {
        order.part = fromUsage([&] { return video::partNamed(options.part); });
    }
    order.asked = {std::filesystem::absolute(plan.film->scene.file).lexically_normal().string(),
                   options.asked};
    video::Settings& settings = order.settings;
    settings.codec = fromUsage([&] {
        return options.codec.empty() ? video::usualCodec(video::containerOf(order.output))
                                     : video::codecNamed(options.codec);
    });
    settings.format = video::usualFormat(settings.codec);
    settings.quality = fromUsage([&] { return video::qualityNamed(options.quality); });
    settings.crf = options.crf;
    settings.preset = options.preset;
    settings.encoder = options.encoder;
    settings.threads = options.threads;
    settings.segmentFrames = options.segment;
    settings.size = {plan.film->scene.frame.width, plan.film->scene.frame.height};
    settings.rate = rateNamed(options.rate, plan);
    settings.title = plan.film->scene.title.inOrAny(plan.language);
    settings.language = plan.language;
    order.range = rangeOf(options, plan, settings.rate);
    if (!plan.film->scene.frame.startTimecode.empty())
        settings.timecode = clockOf(plan, settings.rate).at(order.range.first);
    return order;
}

}  // namespace ebbflow::tools
