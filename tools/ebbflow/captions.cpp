#include <CLI/CLI.hpp>

#include "ebbflow/commands.hpp"
#include "ebbflow/exit_status.hpp"
#include "ebbflow/loading.hpp"
#include "ebbflow/paper_output.hpp"
#include "papers/subtitles.hpp"

namespace ebbflow::tools {

namespace {

struct CaptionsOptions {
    SceneOptions scene;
    PaperOutput output;
    bool fitLanguage = false;
};

int runCaptions(const CaptionsOptions& options) {
    checkPaper(options.output, "captions are written", {".srt", ".vtt"});
    const auto plan =
        loadPlan(options.scene,
                 {.language = {}, .textless = true, .fitLanguage = options.fitLanguage}, false);
    if (!plan) return kBadScript;
    const auto captions = papers::subtitlesOf(*plan, plan->language);
    const bool web = options.output.path.ends_with(".vtt");
    writePaper(options.output,
               web ? papers::toWebVtt(captions, plan->language) : papers::toSrt(captions));
    return kDone;
}

}  // namespace

void addCaptions(CLI::App& app, Job& job) {
    auto options = std::make_shared<CaptionsOptions>();
    CLI::App* command =
        app.add_subcommand("captions", "the captions of one language as SubRip or WebVTT");
    addSceneOptions(*command, options->scene);
    command->add_option("-o,--output", options->output.path,
                        "film.en.srt or film.en.vtt; default: SubRip to the terminal");
    command->add_flag("--fit-language", options->fitLanguage,
                      "times as `render --fit-language` has them");
    addTimingOption(*command, options->scene);
    command->add_flag("--force", options->output.force, "overwrite a file that is there");
    command->callback([options, &job] { job = [options] { return runCaptions(*options); }; });
}

}  // namespace ebbflow::tools
