#include <CLI/CLI.hpp>

#include "ebbflow/commands.hpp"
#include "ebbflow/exit_status.hpp"
#include "ebbflow/preset.hpp"
#include "ebbflow/render_batch.hpp"
#include "ebbflow/render_options.hpp"

namespace ebbflow::tools {

namespace {

/// Versions that share their lengths share their frames; with lengths of its own each is alone.
std::vector<std::vector<Version>> batchesOf(const RenderOptions& options,
                                            std::vector<Version> versions) {
    if (!options.fitLanguage) return {std::move(versions)};
    std::vector<std::vector<Version>> batches;
    for (Version& version : versions) batches.push_back({std::move(version)});
    return batches;
}

int runRender(CLI::App& command, RenderOptions& options) {
    core::Diagnostics faults;
    applyPreset(command, options, faults);
    print(faults);
    if (faults.hasErrors()) return kBadScript;
    options.asked = wordsOf(command);
    auto versions = loadVersions(options);
    if (versions.empty()) return kBadScript;
    std::vector<std::unique_ptr<RenderBatch>> batches;
    std::vector<Version> layers = versions;
    for (auto& together : batchesOf(options, std::move(versions))) {
        batches.push_back(std::make_unique<RenderBatch>(options, std::move(together), layers));
        layers.clear();  // one sheet for all
    }
    for (const auto& batch : batches) batch->render();
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
