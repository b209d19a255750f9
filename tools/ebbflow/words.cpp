#include <algorithm>
#include <filesystem>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>

#include "core/csv.hpp"
#include "core/error.hpp"
#include "core/whole_file.hpp"
#include "ebbflow/commands.hpp"
#include "ebbflow/exit_status.hpp"
#include "ebbflow/loading.hpp"
#include "ebbflow/paper_output.hpp"
#include "ebbflow/usage.hpp"
#include "film/film.hpp"
#include "papers/words_sheet.hpp"
#include "produce/film_times.hpp"

namespace ebbflow::tools {

namespace {

struct WordsOptions {
    SceneOptions scene;
    PaperOutput output;
    std::string from;
};

/// A sheet would take the place of what the film is made from, which --force does not ask for.
void requireOwnName(const std::string& output, const scene::Scene& scene) {
    std::error_code none;
    for (const std::string& file : film::filesOf(scene)) {
        if (std::filesystem::equivalent(file, output, none))
            throw UsageError(output + " belongs to the scene; give the sheet another name");
    }
}

/// The language whose words must all be there; empty when none need be.
std::string neededLanguage(const WordsOptions& options, const papers::WordsSheet& sheet) {
    const std::string& wanted = options.scene.language;
    if (wanted.empty()) return {};
    const auto found = std::ranges::find_if(
        sheet.languages, [&](const auto& tag) { return core::sameLanguage(tag, wanted); });
    if (found == sheet.languages.end()) {
        throw UsageError(fmt::format("the film has no language `{}`; it has {}", wanted,
                                     fmt::join(sheet.languages, ", ")));
    }
    return *found;
}

int check(const papers::WordsSheet& sheet, const WordsOptions& options) {
    core::Diagnostics diagnostics;
    if (!std::filesystem::is_regular_file(options.from)) {
        diagnostics.error({options.from}, "there is no such sheet");
        print(diagnostics);
        return kBadScript;
    }
    const auto found = compare(sheet, core::readWhole(options.from), options.from,
                               neededLanguage(options, sheet), diagnostics);
    print(diagnostics);
    for (const papers::NewWords& words : found) fmt::print("{}\n", toPaste(words));
    return diagnostics.hasErrors() ? kBadScript : kDone;
}

int runWords(const WordsOptions& options) {
    if (options.output.path.empty() == options.from.empty())
        throw UsageError("either -o words.csv, to write a sheet, or --from words.csv, to check it");
    checkPaper(options.output, "a sheet of words is written", {".csv"});
    // In the first language: one that lacks words is what a sheet is for.
    SceneOptions scene = options.scene;
    scene.language.clear();
    const auto plan = loadPlan(scene, {.language = {}, .textless = true}, false);
    if (!plan) return kBadScript;
    const papers::WordsSheet sheet{papers::textsOf(*plan), plan->film->scene.languages,
                                   produce::clockOf(*plan, plan->film->scene.frame.rate)};
    if (!options.from.empty()) return check(sheet, options);
    requireOwnName(options.output.path, plan->film->scene);
    writePaper(options.output, std::string(core::kByteOrderMark) + toCsv(sheet));
    return kDone;
}

}  // namespace

void addWords(CLI::App& app, Job& job) {
    auto options = std::make_shared<WordsOptions>();
    CLI::App* command =
        app.add_subcommand("words", "a sheet of all texts for translators; or checks one");
    addSceneOptions(*command, options->scene);
    command->add_option("-o,--output", options->output.path, "the CSV to write");
    command->add_option("--from", options->from,
                        "a sheet to check; prints what to paste into the script");
    command->add_flag("--force", options->output.force, "overwrite");
    command->callback([options, &job] { job = [options] { return runWords(*options); }; });
}

}  // namespace ebbflow::tools
