#include <algorithm>
#include <filesystem>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "core/csv.hpp"
#include "core/error.hpp"
#include "core/whole_file.hpp"
#include "ebbflow/commands.hpp"
#include "ebbflow/exit_status.hpp"
#include "ebbflow/loading.hpp"
#include "ebbflow/usage.hpp"
#include "papers/cuesheet_print.hpp"
#include "produce/film_times.hpp"

namespace ebbflow::tools {

namespace {

struct CuesheetOptions {
    SceneOptions scene;
    std::string output;
    bool open = false;
    bool json = false;
    bool force = false;
};

/// Before anything is loaded: a name that cannot be written is known at once.
void checkOutput(const CuesheetOptions& options) {
    if (options.output.empty()) return;
    const std::string end = std::filesystem::path(options.output).extension().string();
    if (end != ".csv" && end != ".html") {
        throw UsageError(
            fmt::format("`{}`: a cue sheet is written as .csv or .html", options.output));
    }
    if (!options.force && std::filesystem::exists(options.output)) {
        throw core::Failure(options.output + " is there already; --force overwrites it");
    }
}

papers::Cuesheet sheetOf(const frame::Plan& plan, const CuesheetOptions& options) {
    papers::Cuesheet sheet{plan,
                           produce::clockOf(plan, plan.film->scene.frame.rate),
                           plan.film->scene.languages,
                           papers::cuesOf(plan),
                           0,
                           options.open};
    if (!options.scene.language.empty()) sheet.languages = {plan.language};
    sheet.inAll = sheet.cues.size();
    if (options.open) std::erase_if(sheet.cues, [](const auto& cue) { return cue.open.empty(); });
    return sheet;
}

int runCuesheet(const CuesheetOptions& options) {
    checkOutput(options);
    const auto plan = loadPlan(options.scene, {.language = {}, .textless = true}, false);
    if (!plan) return kBadScript;
    const papers::Cuesheet sheet = sheetOf(*plan, options);
    if (options.output.empty()) {
        fmt::print("{}", options.json ? toJson(sheet) : toCsv(sheet));
    } else if (options.output.ends_with(".html")) {
        core::writeWhole(options.output, toHtml(sheet));
    } else {
        core::writeWhole(options.output, std::string(core::kByteOrderMark) + toCsv(sheet));
    }
    return kDone;
}

}  // namespace

void addCuesheet(CLI::App& app, Job& job) {
    auto options = std::make_shared<CuesheetOptions>();
    CLI::App* command = app.add_subcommand(
        "cuesheet", "every statement and figure with its time, source and confidence");
    addSceneOptions(*command, options->scene);
    auto* output = command->add_option("-o,--output", options->output,
                                       "sheet.csv or sheet.html; default: CSV to the terminal");
    command->add_flag("--open", options->open, "only what is still to be verified");
    command->add_flag("--json", options->json)->excludes(output);
    command->add_flag("--force", options->force, "overwrite");
    command->callback([options, &job] { job = [options] { return runCuesheet(*options); }; });
}

}  // namespace ebbflow::tools
