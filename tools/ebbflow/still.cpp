#include <CLI/CLI.hpp>

#include "ebbflow/commands.hpp"
#include "ebbflow/exit_status.hpp"
#include "ebbflow/loading.hpp"
#include "ebbflow/paper_output.hpp"
#include "ebbflow/usage.hpp"
#include "encode/png.hpp"
#include "produce/film_times.hpp"
#include "produce/studio.hpp"

namespace ebbflow::tools {

namespace {

struct StillOptions {
    SceneOptions scene;
    produce::StudioOptions studio;
    std::string at;
    PaperOutput output;
    bool textless = false;
};

int runStill(const StillOptions& options) {
    checkPaper(options.output, "a still is written", {".png"});
    const auto plan = loadPlan(options.scene, {.language = {}, .textless = options.textless});
    if (!plan) return kBadScript;
    const auto time = produce::timeNamed(options.at, *plan);
    produce::Studio studio(plan, options.studio);
    const auto& frame = plan->film->scene.frame;
    encode::writePng(studio.picture(time, frame.width, frame.height), options.output.path);
    return kDone;
}

}  // namespace

void addStill(CLI::App& app, Job& job) {
    auto options = std::make_shared<StillOptions>();
    CLI::App* command = app.add_subcommand("still", "one frame as a PNG");
    addSceneOptions(*command, options->scene);
    addStudioOptions(*command, options->studio);
    addExposureOptions(*command, options->studio);
    command->add_option("--at", options->at, "TIME: 1:23.5, 83.5, f2087 or 10:01:23:12")
        ->required();
    command->add_option("-o,--output", options->output.path, "the PNG to write")->required();
    command->add_option("--size", options->scene.size, "1280x720, 720p, …; default: the scene's");
    command->add_flag("--textless", options->textless, "no words and no furniture");
    command->add_flag("--force", options->output.force, "overwrite");
    command->callback([options, &job] { job = [options] { return runStill(*options); }; });
}

}  // namespace ebbflow::tools
