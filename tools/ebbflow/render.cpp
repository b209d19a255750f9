#include <iostream>

#include <CLI/CLI.hpp>

#include "core/error.hpp"
#include "ebbflow/commands.hpp"
#include "ebbflow/exit_status.hpp"
#include "ebbflow/frame_pipeline.hpp"
#include "ebbflow/interrupt.hpp"
#include "ebbflow/long_render.hpp"
#include "ebbflow/preset.hpp"
#include "ebbflow/progress.hpp"
#include "ebbflow/provenance.hpp"
#include "ebbflow/render_options.hpp"
#include "ebbflow/render_order.hpp"
#include "video/film_writer.hpp"
#include "video/hardware.hpp"

namespace ebbflow::tools {

namespace {

void drawMissing(Studio& studio, video::FilmWriter& writer, const video::FilmOrder& order,
                 Progress& progress) {
    const Interrupt interrupt;
    FramePipeline pipeline(studio, writer, order);
    std::int64_t drawn = 0;
    for (const video::FrameRange& range : writer.missing()) {
        for (std::int64_t frame = range.first; frame < range.end; ++frame) {
            if (interrupt.asked()) throw core::Failure("interrupted");
            pipeline.draw(frame);
            progress.update(drawn++);
        }
        pipeline.drain(range.end);
    }
}

int runRender(CLI::App& command, RenderOptions& options) {
    core::Diagnostics faults;
    applyPreset(command, options, faults);
    print(faults);
    if (faults.hasErrors()) return kBadScript;
    options.asked = wordsOf(command);
    const auto plan = loadPlan(options.scene, options.textless);
    if (!plan) return kBadScript;
    video::FilmOrder order = orderFor(options, *plan);
    video::checkOrder(order);
    if (options.hardware || video::isHardware(order.settings.encoder)) {
        const video::EncoderChoice choice = video::chooseHardware(order.settings);
        order.settings.encoder = choice.encoder;
        // Whoever asks again asks for what it became.
        std::erase_if(order.asked.options,
                      [](const std::string& word) { return word.starts_with("--encoder="); });
        if (!choice.encoder.empty()) order.asked.options.push_back("--encoder=" + choice.encoder);
        std::cerr << "ebbflow: " << choice.said << '\n';
    }
    Studio studio(plan, studioFor(options, order.settings));
    order.provenance = provenanceOf(*plan, options);
    order.machine = rendererOf(studio.facts());
    video::FilmWriter writer(order);
    if (!options.quiet) sayWhatIsKept(order, writer);
    Progress progress(nameOf(order), framesIn(writer.missing()), options.quiet);
    try {
        drawMissing(studio, writer, order, progress);
        writer.finish();
    } catch (const core::Failure& failure) {
        throw withWhatIsKept(failure, order, writer.abandon());
    }
    progress.finish();
    return kDone;
}

}  // namespace

void addRender(CLI::App& app, Job& job) {
    auto options = std::make_shared<RenderOptions>();
    CLI::App* command =
        app.add_subcommand("render", "the film as a video file, or as numbered PNGs");
    addRenderOptions(*command, *options);
    command->callback([options, command, &job] {
        job = [options, command] { return runRender(*command, *options); };
    });
}

}  // namespace ebbflow::tools
