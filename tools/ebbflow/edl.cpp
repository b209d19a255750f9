#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "core/csv.hpp"
#include "ebbflow/commands.hpp"
#include "ebbflow/exit_status.hpp"
#include "ebbflow/loading.hpp"
#include "ebbflow/paper_output.hpp"
#include "ebbflow/usage.hpp"
#include "papers/edit_list.hpp"
#include "produce/film_times.hpp"
#include "produce/paper_plan.hpp"

namespace ebbflow::tools {

namespace {

struct EdlOptions {
    SceneOptions scene;
    PaperOutput output;
    std::string rate, clip;
    bool markers = false;
    bool fitLanguage = false;
};

/// The film as `render` would likely be told to name it: after the scene's folder.
std::string usualClip(const frame::Plan& plan) {
    return produce::folderOfScene(plan) + ".mov";
}

papers::EditList listOf(const frame::Plan& plan, const EdlOptions& options) {
    const core::FrameRate rate =
        options.rate.empty() ? plan.film->scene.frame.rate : produce::rateNamed(options.rate);
    papers::EditList list{produce::titleForLists(plan), rate, produce::clockOf(plan, rate),
                          papers::chapterEvents(plan, rate, plan.language)};
    const std::string clip = options.clip.empty() ? usualClip(plan) : options.clip;
    for (auto& event : list.events) event.clip = clip;
    return list;
}

int runEdl(const EdlOptions& options) {
    checkPaper(options.output, "chapters are written", {".edl", ".csv"});
    const auto plan =
        loadPlan(options.scene,
                 {.language = {}, .textless = true, .fitLanguage = options.fitLanguage}, false);
    if (!plan) return kBadScript;
    const papers::EditList list = listOf(*plan, options);
    if (options.output.path.ends_with(".csv"))
        writePaper(options.output, std::string(core::kByteOrderMark) + papers::toMarkerCsv(list));
    else
        writePaper(options.output,
                   options.markers ? papers::toMarkerEdl(list) : papers::toEdl(list));
    return kDone;
}

}  // namespace

void addEdl(CLI::App& app, Job& job) {
    auto options = std::make_shared<EdlOptions>();
    CLI::App* command =
        app.add_subcommand("edl", "the chapters as an edit decision list (CMX 3600) or as markers");
    addSceneOptions(*command, options->scene);
    command->add_option("-o,--output", options->output.path,
                        "film.edl, or markers as film.csv; default: a list to the terminal");
    command->add_option("--rate", options->rate, "frames a second; default: the scene's");
    command->add_option("--timecode", options->scene.startTimecode,
                        "of the film's first frame, instead of the script's");
    command->add_flag("--fit-language", options->fitLanguage,
                      "lengths as `render --fit-language` has them");
    command->add_option("--clip", options->clip,
                        "the film's file; default: the scene's folder with .mov");
    command->add_flag("--markers", options->markers,
                      "an EDL of markers, as DaVinci Resolve imports them, not of cuts");
    addTimingOption(*command, options->scene);
    command->add_flag("--force", options->output.force, "overwrite a file that is there");
    command->callback([options, &job] { job = [options] { return runEdl(*options); }; });
}

}  // namespace ebbflow::tools
