#include <CLI/CLI.hpp>

#include "core/error.hpp"
#include "ebbflow/commands.hpp"
#include "ebbflow/exit_status.hpp"
#include "ebbflow/frame_pipeline.hpp"
#include "ebbflow/interrupt.hpp"
#include "ebbflow/long_render.hpp"
#include "ebbflow/progress.hpp"
#include "ebbflow/provenance.hpp"
#include "ebbflow/render_options.hpp"
#include "ebbflow/render_order.hpp"
#include "video/film_writer.hpp"

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

int runRender(const RenderOptions& options) {
    const auto plan = loadPlan(options.scene, options.textless);
    if (!plan) return kBadScript;
    video::FilmOrder order = orderFor(options, *plan);
    video::checkOrder(order);
    Studio studio(plan, options.studio);
    order.provenance = provenanceOf(*plan, options.studio.shaderFolder);
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
        options->asked = wordsOf(*command);
        job = [options] { return runRender(*options); };
    });
}

}  // namespace ebbflow::tools
