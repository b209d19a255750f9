#include "ebbflow/loading.hpp"

#include <iostream>

#include <CLI/CLI.hpp>

namespace ebbflow::tools {

void addLanguageOption(CLI::App& command, std::string& language, const std::string& help) {
    const auto some = [](const std::string& text) {
        return text.empty() ? std::string("there is no language without letters") : std::string();
    };
    command.add_option("--language", language, help)->check(CLI::Validator(some, {}));
}

void addSceneOptions(CLI::App& command, produce::SceneOptions& options) {
    command.add_option("SCENE", options.scene, "a film.yaml, or its folder")->required();
    addLanguageOption(command, options.language,
                      "one of the film's languages, or its first part: "
                      "zh for zh-Hans");
    command.add_flag("--network", options.network,
                     "let map data come from the network (/vsicurl/ and its like)");
}

void print(const core::Diagnostics& diagnostics) {
    for (const auto& diagnostic : diagnostics.all())
        std::cerr << core::toString(diagnostic) << '\n';
}

std::shared_ptr<const frame::Plan> loadPlan(const produce::SceneOptions& options,
                                            const story::StoryOptions& how, bool geometry) {
    produce::LoadedFilm loaded = produce::load(options, geometry);
    std::shared_ptr<const frame::Plan> plan;
    if (loaded.film) {
        produce::requireLanguage(*loaded.film, options.language);
        story::StoryOptions shown = how;
        shown.language = options.language;
        plan = produce::planOf(loaded.film, shown, loaded.diagnostics);
    }
    print(loaded.diagnostics);
    return loaded.diagnostics.hasErrors() ? nullptr : plan;
}

}  // namespace ebbflow::tools
