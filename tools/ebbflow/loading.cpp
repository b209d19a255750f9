#include "ebbflow/loading.hpp"

#include <algorithm>
#include <iostream>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "ebbflow/atlas_folder.hpp"
#include "ebbflow/usage.hpp"
#include "frame/check_film.hpp"
#include "frame/load_sized.hpp"
#include "video/settings.hpp"

namespace ebbflow::tools {

void addLanguageOption(CLI::App& command, std::string& language, const std::string& help) {
    const auto some = [](const std::string& text) {
        return text.empty() ? std::string("there is no language without letters") : std::string();
    };
    command.add_option("--language", language, help)->check(CLI::Validator(some, {}));
}

void addSceneOptions(CLI::App& command, SceneOptions& options) {
    command.add_option("SCENE", options.scene, "a film.yaml, or its folder")->required();
    addLanguageOption(command, options.language,
                      "one of the film's languages, or its first part: "
                      "zh for zh-Hans");
    command.add_flag("--network", options.network,
                     "let map data come from the network (/vsicurl/ and its like)");
}

LoadedFilm load(const SceneOptions& options, bool geometry) {
    LoadedFilm loaded;
    const frame::LoadOptions how{atlasFolder(), options.network, geometry};
    scene::PictureSize picture;
    if (!options.size.empty()) {
        const auto size = fromUsage([&] { return video::sizeNamed(options.size); });
        picture = {size.width, size.height};
    }
    auto film = frame::loadFilmSized(options.scene, how, picture, loaded.diagnostics);
    if (film) {
        loaded.files = frame::filesOf(film->scene);
        if (!options.startTimecode.empty()) film->scene.frame.startTimecode = options.startTimecode;
        frame::checkFilm(*film, loaded.diagnostics);
        if (!loaded.diagnostics.hasErrors())
            loaded.film = std::make_shared<const frame::Film>(std::move(*film));
    }
    return loaded;
}

void requireLanguage(const frame::Film& film, const std::string& language) {
    const auto& known = film.scene.languages;
    const auto same = [&](const std::string& tag) { return core::sameLanguage(tag, language); };
    if (language.empty() || std::ranges::any_of(known, same)) return;
    throw UsageError(fmt::format("the film has no language `{}`{}; it has {}", language,
                                 core::didYouMean(language, known), fmt::join(known, ", ")));
}

std::shared_ptr<const frame::Plan> planOf(const std::shared_ptr<const frame::Film>& film,
                                          const frame::PlanOptions& options,
                                          core::Diagnostics& diagnostics) {
    const auto typesetter = std::make_shared<const text::Typesetter>(film->fonts);
    if (!options.textless) frame::checkGlyphs(*film, *typesetter, diagnostics);
    return frame::makePlan(film, typesetter, options, diagnostics);
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
        requireLanguage(*loaded.film, options.language);
        plan = planOf(loaded.film, {options.language, textless}, loaded.diagnostics);
    }
    print(loaded.diagnostics);
    return loaded.diagnostics.hasErrors() ? nullptr : plan;
}

}  // namespace ebbflow::tools
