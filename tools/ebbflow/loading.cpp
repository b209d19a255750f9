#include "ebbflow/loading.hpp"

#include <iostream>
#include <optional>

#include <CLI/CLI.hpp>

#include "core/summed_up.hpp"
#include "produce/refusal.hpp"

namespace ebbflow::tools {

void addLanguageOption(CLI::App& command, std::string& language, const std::string& help) {
    const auto some = [](const std::string& text) {
        return text.empty() ? std::string("there is no language without letters") : std::string();
    };
    command.add_option("--language", language, help)->check(CLI::Validator(some, {}));
}

void addPermissions(CLI::App& command, core::Permissions& permissions) {
    command.add_flag("--network", permissions.network,
                     "let map data come from the network (/vsicurl/ and its like)");
    command
        .add_option("--allow", permissions.allow,
                    "a folder that the scene may read besides its own; again for another")
        ->option_text("DIR ...")
        ->allow_extra_args(false);
    command.add_flag("--trust", permissions.trust, "let the scene read any file of this machine");
    command.add_flag("--no-limits", permissions.noLimits,
                     "read tables, maps, pictures and sounds of any size");
}

void addDataOptions(CLI::App& command, SceneOptions& options) {
    addPermissions(command, options.permissions);
    command.add_flag("--no-cache", options.noCache,
                     "cut the map data anew, and keep nothing of it for the next time");
}

void addTimingOption(CLI::App& command, SceneOptions& options) {
    command
        .add_option("--timing", options.timing,
                    "a rehearsal's file: times as `render --timing` has them")
        ->check(CLI::ExistingFile);
}

CLI::Option* addSceneOptions(CLI::App& command, SceneOptions& options) {
    CLI::Option* scene =
        command.add_option("SCENE", options.scene, "a film.yaml, or its folder")->required();
    addLanguageOption(command, options.language,
                      "one of the film's languages, or its first part: "
                      "zh for zh-Hans");
    addDataOptions(command, options);
    return scene;
}

produce::SceneChoice choiceOf(const SceneOptions& options) {
    produce::SceneChoice choice{.scene = options.scene,
                                .startTimecode = options.startTimecode,
                                .permissions = options.permissions,
                                .noCache = options.noCache,
                                .timing = options.timing};
    if (!options.size.empty())
        choice.size = produce::refusing([&] { return encode::sizeNamed(options.size); });
    return choice;
}

produce::SceneChoice choiceOf(const SceneOptions& options, Waiting& waiting) {
    produce::SceneChoice choice = choiceOf(options);
    choice.doing = [&](std::string_view what) { waiting.doing(what); };
    return choice;
}

void print(const core::Diagnostics& diagnostics) {
    for (const auto& diagnostic : core::summedUp(diagnostics))
        std::cerr << core::toString(diagnostic) << '\n';
}

std::shared_ptr<const frame::Plan> loadPlan(const SceneOptions& options,
                                            const story::StoryOptions& how, bool geometry) {
    story::StoryOptions shown = how;
    shown.language = options.language;
    core::Diagnostics diagnostics;
    std::optional<Waiting> waiting(options.scene);
    auto plan = produce::loadPlan(choiceOf(options, *waiting), shown, diagnostics, geometry);
    waiting.reset();
    print(diagnostics);
    return plan;
}

}  // namespace ebbflow::tools
