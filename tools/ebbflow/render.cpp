#include <array>
#include <iostream>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "core/error.hpp"
#include "ebbflow/commands.hpp"
#include "ebbflow/exit_status.hpp"
#include "ebbflow/interrupt.hpp"
#include "ebbflow/loading.hpp"
#include "ebbflow/progress.hpp"
#include "ebbflow/provenance.hpp"
#include "ebbflow/studio.hpp"
#include "ebbflow/usage.hpp"
#include "video/colour.hpp"
#include "video/film_writer.hpp"

namespace ebbflow::tools {

namespace {

struct RenderOptions {
    SceneOptions scene;
    StudioOptions studio;
    std::string output, from, to, rate, quality = "web", codec, encoder, preset;
    std::optional<double> crf;
    int threads = video::kDefaultThreads;
    int segment = 0;
    bool textless = false;
    bool force = false;
    bool quiet = false;
};

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

video::FilmOrder orderFor(const RenderOptions& options, const frame::Plan& plan) {
    video::FilmOrder order;
    order.output = options.output;
    order.overwrite = options.force;
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

/// Where the painter shall put the frame: the writer's own buffer, without a copy between.
std::array<paint::PlaneTarget, 3> targetsOf(video::Planes& planes) {
    std::array<paint::PlaneTarget, 3> targets{};
    for (int p = 0; p < planes.planeCount(); ++p) {
        targets[static_cast<std::size_t>(p)] = {planes.row(p, 0), planes.stride(p)};
    }
    return targets;
}

/// Draws ahead of what is read back, so that GPU, bus and encoder all have work.
class Pipeline {
public:
    Pipeline(Studio& studio, video::FilmWriter& writer, const video::FilmOrder& order)
        : studio_(studio), writer_(writer), order_(order) {}

    void draw(std::int64_t frame) {
        const auto& size = order_.settings.size;
        studio_.paint(core::frameStart(frame, order_.settings.rate), size.width, size.height);
        if (order_.settings.format == video::PixelFormat::rgba8) {
            submitPicture(frame);
            return;
        }
        studio_.painter().startRead(order_.settings.format == video::PixelFormat::yuv444p8
                                        ? paint::PlaneLayout::yuv444
                                        : paint::PlaneLayout::yuv420);
        ++inFlight_;
        if (inFlight_ == paint::Painter::kReadsInFlight) readOldest(frame - inFlight_ + 1);
    }

    void drain(std::int64_t end) {
        while (inFlight_ > 0) readOldest(end - inFlight_);
    }

private:
    void readOldest(std::int64_t frame) {
        video::Planes planes = writer_.acquire();
        const auto targets = targetsOf(planes);
        studio_.painter().finishRead(targets);
        --inFlight_;
        writer_.submit(frame, std::move(planes));
    }

    void submitPicture(std::int64_t frame) {
        video::Planes planes = writer_.acquire();
        video::convert(studio_.painter().readImage(), planes);
        writer_.submit(frame, std::move(planes));
    }

    Studio& studio_;
    video::FilmWriter& writer_;
    const video::FilmOrder& order_;
    int inFlight_ = 0;
};

int runRender(const RenderOptions& options) {
    const auto plan = loadPlan(options.scene, options.textless);
    if (!plan) return kBadScript;
    video::FilmOrder order = orderFor(options, *plan);
    video::checkOrder(order);
    Studio studio(plan, options.studio);
    order.provenance = provenanceOf(*plan, studio.facts());
    const Interrupt interrupt;
    video::FilmWriter writer(order);
    Progress progress(options.output, order.range.count(), options.quiet);
    Pipeline pipeline(studio, writer, order);
    for (std::int64_t frame = order.range.first; frame < order.range.end; ++frame) {
        if (interrupt.asked()) throw core::Failure("interrupted; no film was written");
        pipeline.draw(frame);
        progress.update(frame - order.range.first);
    }
    pipeline.drain(order.range.end);
    writer.finish();
    progress.finish();
    return kDone;
}

}  // namespace

void addRender(CLI::App& app, Job& job) {
    auto options = std::make_shared<RenderOptions>();
    CLI::App* command =
        app.add_subcommand("render", "the film as a video file, or as numbered PNGs");
    addSceneOptions(*command, options->scene);
    addStudioOptions(*command, options->studio);
    command->add_option("-o,--output", options->output, "film.mp4, .mov, .mkv, or frames/%05d.png")
        ->required();
    command->add_option("--from", options->from, "TIME at which to begin");
    command->add_option("--to", options->to, "TIME before which to end");
    command->add_option("--size", options->scene.size, "1280x720, 720p, …; default: the scene's");
    command->add_option("--rate", options->rate, "frames a second; default: the scene's");
    command->add_option("--quality", options->quality, "draft, web, high or master")
        ->capture_default_str();
    command->add_option("--codec", options->codec,
                        "h264, hevc, ffv1 or png; default: by the file's name");
    command->add_option("--crf", options->crf, "constant rate factor, instead of the quality's");
    command->add_option("--preset", options->preset,
                        "the encoder's preset, instead of the quality's");
    command->add_option("--encoder", options->encoder,
                        "libav's name of an encoder, instead of the usual one");
    command
        ->add_option("--threads", options->threads,
                     "of the encoder; part of what the frames depend on")
        ->capture_default_str();
    command->add_option("--segment", options->segment,
                        "frames per segment; default: about four seconds");
    command->add_flag("--textless", options->textless, "no words and no furniture");
    command->add_flag("--force", options->force, "overwrite a film that is there");
    command->add_flag("--quiet", options->quiet, "no progress");
    command->callback([options, &job] { job = [options] { return runRender(*options); }; });
}

}  // namespace ebbflow::tools
