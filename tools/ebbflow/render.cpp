#include <CLI/CLI.hpp>

#include "core/error.hpp"
#include "ebbflow/commands.hpp"
#include "ebbflow/exit_status.hpp"
#include "ebbflow/frame_pipeline.hpp"
#include "ebbflow/interrupt.hpp"
#include "ebbflow/progress.hpp"
#include "ebbflow/provenance.hpp"
#include "ebbflow/render_options.hpp"
#include "ebbflow/render_order.hpp"

namespace ebbflow::tools {

namespace {

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
    FramePipeline pipeline(studio, writer, order);
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
    addRenderOptions(*command, *options);
    command->callback([options, &job] { job = [options] { return runRender(*options); }; });
}

}  // namespace ebbflow::tools
