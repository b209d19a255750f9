#include "produce/load.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "encode/settings.hpp"
#include "film/check_film.hpp"
#include "produce/data_folder.hpp"
#include "produce/refusal.hpp"
#include "story/load_film.hpp"

namespace ebbflow::produce {

LoadedFilm load(const SceneOptions& options, bool geometry) {
    LoadedFilm loaded;
    const story::LoadOptions how{atlasFolder(), options.network, geometry};
    scene::PictureSize picture;
    if (!options.size.empty()) {
        const auto size = refusing([&] { return encode::sizeNamed(options.size); });
        picture = {size.width, size.height};
    }
    auto film = story::loadFilmSized(options.scene, how, picture, loaded.diagnostics);
    if (film) {
        loaded.files = film::filesOf(film->scene);
        if (!options.startTimecode.empty()) film->scene.frame.startTimecode = options.startTimecode;
        film::checkFilm(*film, loaded.diagnostics);
        if (!loaded.diagnostics.hasErrors())
            loaded.film = std::make_shared<const film::Film>(std::move(*film));
    }
    return loaded;
}

void requireLanguage(const film::Film& film, const std::string& language) {
    const auto& known = film.scene.languages;
    const auto same = [&](const std::string& tag) { return core::sameLanguage(tag, language); };
    if (language.empty() || std::ranges::any_of(known, same)) return;
    throw Refusal(fmt::format("the film has no language `{}`{}; it has {}", language,
                              core::didYouMean(language, known), fmt::join(known, ", ")));
}

std::shared_ptr<const frame::Plan> planOf(const std::shared_ptr<const film::Film>& film,
                                          const story::StoryOptions& options,
                                          core::Diagnostics& diagnostics) {
    const auto typesetter = std::make_shared<const text::Typesetter>(film->fonts);
    if (!options.textless) film::checkGlyphs(*film, *typesetter, diagnostics);
    return frame::makePlan(film, typesetter, options, diagnostics);
}

}  // namespace ebbflow::produce
