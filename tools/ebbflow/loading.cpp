#include "ebbflow/loading.hpp"

#include <iostream>

#include <CLI/CLI.hpp>

#include "ebbflow/atlas_folder.hpp"
#include "ebbflow/usage.hpp"
#include "frame/check_film.hpp"
#include "text/fonts.hpp"
#include "video/settings.hpp"

namespace ebbflow::tools {

void addSceneOptions(CLI::App& command, SceneOptions& options) {
    command.add_option("SCENE", options.scene, "a film.yaml, or its folder")->required();
    command.add_option("--language", options.language,
                       "one of the film's languages, or its first letters: zh");
    command.add_flag("--network", options.network,
                     "let map data come from the network (/vsicurl/ and its like)");
}

LoadedFilm load(const SceneOptions& options, bool geometry) {
    LoadedFilm loaded;
    const frame::LoadOptions how{atlasFolder(), options.network, geometry};
    auto film = frame::loadFilm(options.scene, how, loaded.diagnostics);
    if (film) {
        loaded.files = frame::filesOf(film->scene);
        if (!options.size.empty()) {
            const auto size = fromUsage([&] { return video::sizeNamed(options.size); });
            film->scene.frame.width = size.width;
            film->scene.frame.height = size.height;
        }
        frame::checkFilm(*film, loaded.diagnostics);
        if (!loaded.diagnostics.hasErrors())
            loaded.film = std::make_shared<const frame::Film>(std::move(*film));
    }
    return loaded;
}

void print(const core::Diagnostics& diagnostics) {
    for (const auto& diagnostic : diagnostics.all())
        std::cerr << core::toString(diagnostic) << '\n';
}

std::shared_ptr<const frame::Plan> loadPlan(const SceneOptions& options, bool textless,
                                            bool geometry) {
    LoadedFilm loaded = load(options, geometry);
    std::shared_ptr<const frame::Plan> plan;
    if (loaded.film) {
        const auto typesetter = std::make_shared<const text::Typesetter>(text::defaultFonts());
        plan = frame::makePlan(loaded.film, typesetter, {options.language, textless},
                               loaded.diagnostics);
    }
    print(loaded.diagnostics);
    return loaded.diagnostics.hasErrors() ? nullptr : plan;
}

}  // namespace ebbflow::tools
