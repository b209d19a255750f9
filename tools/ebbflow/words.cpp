#include <algorithm>
#include <filesystem>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>

#include "core/csv.hpp"
#include "core/error.hpp"
#include "ebbflow/commands.hpp"
#include "ebbflow/exit_status.hpp"
#include "ebbflow/loading.hpp"
#include "ebbflow/usage.hpp"
#include "ebbflow/words_sheet.hpp"
#include "video/files.hpp"

namespace ebbflow::tools {

namespace {

struct WordsOptions {
    SceneOptions scene;
    std::string output, from;
    bool force = false;
};

/// The language whose words must all be there; empty when none need be.
std::string neededLanguage(const WordsOptions& options, const WordsSheet& sheet) {
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

int check(const WordsSheet& sheet, const WordsOptions& options) {
    core::Diagnostics diagnostics;
    const auto found = compare(sheet, video::readWhole(options.from), options.from,
                               neededLanguage(options, sheet), diagnostics);
    print(diagnostics);
    for (const NewWords& words : found) fmt::print("{}\n", toPaste(words));
    return diagnostics.hasErrors() ? kBadScript : kDone;
}

int runWords(const WordsOptions& options) {
    if (options.output.empty() == options.from.empty())
        throw UsageError("either -o words.csv, to write a sheet, or --from words.csv, to check it");
    if (!options.output.empty() && !options.force && std::filesystem::exists(options.output))
        throw core::Failure(options.output + " is there already; --force overwrites it");
    // In the first language: one that lacks words is what a sheet is for.
    SceneOptions scene = options.scene;
    scene.language.clear();
    const auto plan = loadPlan(scene, true, false);
    if (!plan) return kBadScript;
    const WordsSheet sheet{frame::textsOf(*plan), plan->film->scene.languages,
                           clockOf(*plan, plan->film->scene.frame.rate)};
    if (!options.from.empty()) return check(sheet, options);
    video::writeWhole(options.output, std::string(core::kByteOrderMark) + toCsv(sheet));
    return kDone;
}

}  // namespace

void addWords(CLI::App& app, Job& job) {
    auto options = std::make_shared<WordsOptions>();
    CLI::App* command =
        app.add_subcommand("words", "a sheet of all texts for translators; or checks one");
    addSceneOptions(*command, options->scene);
    command->add_option("-o,--output", options->output, "the CSV to write");
    command
        ->add_option("--from", options->from,
                     "a sheet to check; prints what to paste into the script")
        ->check(CLI::ExistingFile);
    command->add_flag("--force", options->force, "overwrite");
    command->callback([options, &job] { job = [options] { return runWords(*options); }; });
}

}  // namespace ebbflow::tools
