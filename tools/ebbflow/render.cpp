#include "produce/render.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "ebbflow/commands.hpp"
#include "ebbflow/exit_status.hpp"
#include "ebbflow/loading.hpp"
#include "ebbflow/render_options.hpp"
#include "ebbflow/terminal_watcher.hpp"
#include "produce/wish_json.hpp"

namespace ebbflow::tools {

namespace {

int runRender(const RenderWords& words) {
    core::Diagnostics faults;
    const auto wish = wishOf(words, faults);
    print(faults);
    if (!wish) return kBadScript;
    if (words.printWish) {
        fmt::print("{}\n", produce::toJson(*wish));
        return kDone;
    }
    TerminalWatcher watcher(wish->scene.string(), words.quiet);
    return produce::render(*wish, mannerOf(words), watcher) ? kDone : kBadScript;
}

/// A wish's file may say both.
void requireSceneAndOutput(const CLI::App& command, const RenderWords& words) {
    if (!words.wishFile.empty()) return;
    for (const char* name : {"SCENE", "--output"}) {
        if (command.count(name) == 0) throw CLI::RequiredError(name);
    }
}

}  // namespace

void addRender(CLI::App& app, Job& job) {
    auto words = std::make_shared<RenderWords>();
    CLI::App* command =
        app.add_subcommand("render", "the film as a video file, or as numbered PNGs");
    addRenderOptions(*command, *words);
    command->callback([words, command, &job] {
        requireSceneAndOutput(*command, *words);
        job = [words] { return runRender(*words); };
    });
}

}  // namespace ebbflow::tools
