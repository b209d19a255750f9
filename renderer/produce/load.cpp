#include "produce/load.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "film/check_film.hpp"
#include "produce/data_folder.hpp"
#include "produce/refusal.hpp"
#include "produce/timing.hpp"
#include "story/load_film.hpp"

namespace ebbflow::produce {

LoadedFilm load(const SceneChoice& choice, bool geometry) {
    LoadedFilm loaded;
    const story::LoadOptions how{choice.atlas.empty() ? atlasFolder() : choice.atlas,
                                 choice.permissions, geometry,
                                 choice.noCache ? std::string() : cacheFolder(), choice.doing};
    scene::PictureSize picture;
    if (choice.size) picture = {choice.size->width, choice.size->height};
    auto film = story::loadFilmSized(choice.scene, how, picture, loaded.diagnostics);
    if (film) {
        if (!choice.timing.empty()) {
            takeTiming(readTiming(choice.timing, film->scene, loaded.diagnostics), film->scene);
            film->scene.timing = choice.timing.string();
        }
        loaded.files = film::filesOf(film->scene);
        if (!choice.startTimecode.empty()) film->scene.frame.startTimecode = choice.startTimecode;
        film::checkFilm(*film, loaded.diagnostics);
        if (!loaded.diagnostics.hasErrors())
            loaded.film = std::make_shared<const film::Film>(std::move(*film));
    }
    return loaded;
}

const std::string& languageNamed(const std::string& wanted, const std::vector<std::string>& known) {
    const auto same = [&](const std::string& tag) { return core::sameLanguage(tag, wanted); };
    const auto found = std::ranges::find_if(known, same);
    if (found != known.end()) return *found;
    throw Refusal(fmt::format("the film has no language `{}`{}; it has {}", wanted,
                              core::didYouMean(wanted, known), fmt::join(known, ", ")));
}

void requireLanguage(const film::Film& film, const std::string& language) {
    if (!language.empty()) (void)languageNamed(language, film.scene.languages);
}

std::shared_ptr<const frame::Plan> planOf(const std::shared_ptr<const film::Film>& film,
                                          const story::StoryOptions& options,
                                          core::Diagnostics& diagnostics) {
    const auto typesetter = std::make_shared<const text::Typesetter>(film->fonts);
    if (!options.textless) film::checkGlyphs(*film, *typesetter, diagnostics);
    return frame::makePlan(film, typesetter, options, diagnostics);
}

std::shared_ptr<const frame::Plan> loadPlan(const SceneChoice& choice,
                                            const story::StoryOptions& options,
                                            core::Diagnostics& diagnostics, bool geometry) {
    LoadedFilm loaded = load(choice, geometry);
    std::shared_ptr<const frame::Plan> plan;
    if (loaded.film) {
        requireLanguage(*loaded.film, options.language);
        if (choice.doing) choice.doing("its story is planned");
        plan = planOf(loaded.film, options, loaded.diagnostics);
    }
    diagnostics.append(loaded.diagnostics);
    return loaded.diagnostics.hasErrors() ? nullptr : plan;
}

}  // namespace ebbflow::produce
