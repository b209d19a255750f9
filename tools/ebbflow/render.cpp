#include <CLI/CLI.hpp>

#include "ebbflow/commands.hpp"
#include "ebbflow/exit_status.hpp"
#include "ebbflow/loading.hpp"
#include "ebbflow/preset.hpp"
#include "ebbflow/render_options.hpp"
#include "ebbflow/terminal_watcher.hpp"
#include "produce/render_batch.hpp"

namespace ebbflow::tools {

namespace {

/// Versions that share their lengths share their frames; with lengths of its own each is alone.
std::vector<std::vector<produce::Version>> batchesOf(const produce::RenderOptions& options,
                                                     std::vector<produce::Version> versions) {
    if (!options.fitLanguage) return {std::move(versions)};
    std::vector<std::vector<produce::Version>> batches;
    for (produce::Version& version : versions) batches.push_back({std::move(version)});
    return batches;
}

int runRender(CLI::App& command, produce::RenderOptions& options) {
    core::Diagnostics faults;
    applyPreset(command, options, faults);
    print(faults);
    if (faults.hasErrors()) return kBadScript;
    options.asked = wordsOf(command);
    core::Diagnostics diagnostics;
    auto versions = produce::loadVersions(options, diagnostics);
    print(diagnostics);
    if (versions.empty()) return kBadScript;
    TerminalWatcher watcher(options.quiet);
    std::vector<std::unique_ptr<produce::RenderBatch>> batches;
    std::vector<produce::Version> layers = versions;
    for (auto& together : batchesOf(options, std::move(versions))) {
        batches.push_back(
            std::make_unique<produce::RenderBatch>(options, std::move(together), layers, watcher));
        layers.clear();  // one sheet for all
    }
    for (const auto& batch : batches) batch->render();
    return kDone;
}

}  // namespace

void addRender(CLI::App& app, Job& job) {
    auto options = std::make_shared<produce::RenderOptions>();
    CLI::App* command =
        app.add_subcommand("render", "the film as a video file, or as numbered PNGs");
    addRenderOptions(*command, *options);
    command->callback([options, command, &job] {
        job = [options, command] { return runRender(*command, *options); };
    });
}

}  // namespace ebbflow::tools
