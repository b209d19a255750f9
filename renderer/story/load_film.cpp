#include "story/load_film.hpp"

#include <set>

#include <fmt/format.h>

#include "core/error.hpp"
#include "film/check_film.hpp"
#include "film/named_files.hpp"
#include "flow/read_tables.hpp"
#include "geo/picture_file.hpp"
#include "scene/read_scene.hpp"
#include "sound/audio_file.hpp"
#include "story/fit_projection.hpp"
#include "story/ground_in_view.hpp"

namespace ebbflow::story {

namespace {

geo::WorldSpec worldSpec(const scene::Scene& scene, const LoadOptions& options) {
    geo::WorldSpec spec;
    spec.projection = scene.map.projection;
    spec.projectionPlace = scene.map.projectionPlace;
    spec.atlasFolder = options.atlasFolder;
    spec.network = options.network;
    spec.geometry = options.geometry;
    spec.statesAlways = scene.map.outside == "show";
    spec.cacheFolder = options.cacheFolder;
    for (const auto& layer : scene.map.layers) spec.roles.push_back({layer.role, layer.file});
    return spec;
}

flow::TableSpecs tableSpecs(const scene::Scene& scene, const LoadOptions& options) {
    flow::TableSpecs specs;
    specs.places = scene.places;
    specs.movements = scene.movements;
    specs.figures = scene.figures;
    specs.sites = scene.sites;
    specs.sources = scene.sources;
    specs.locations = scene.locations;
    specs.flowRows = scene.flowRows;
    specs.network = options.network;
    specs.filmHasSource = !scene.source.empty() && scene.sources.empty();
    return specs;
}

using Keys = std::set<std::string, std::less<>>;

/// What else is not whole where these keys were not: places stand under three of them, and without
/// places no row is read.
Keys withWhatFollows(Keys lacking, const scene::Scene& scene) {
    const bool flowmap = !scene.locations.empty() && lacking.contains("movements");
    if (flowmap || lacking.contains("map")) lacking.insert("places");
    if (lacking.contains("places")) lacking.insert("movements");
    return lacking;
}

/// Those tables whose rows can be judged although the keys `lacking` were not read.
flow::TableSpecs knownSpecs(flow::TableSpecs specs, const Keys& lacking) {
    if (lacking.contains("places")) specs.movements = specs.sites = specs.flowRows = {};
    if (lacking.contains("sources")) specs.sources = {};
    if (lacking.contains("sources") || lacking.contains("source")) specs.filmHasSource = true;
    return specs;
}

void loadPictures(film::Film& film, bool network, core::Diagnostics& diagnostics) {
    film::eachImage(film.scene, [&](const scene::Image& image) {
        if (image.file.empty() || film.pictures.contains(image.file)) return;
        auto picture = geo::readPicture(image.file, image.place, network, diagnostics);
        film.pictures[image.file] =
            picture ? std::make_shared<const core::Image>(std::move(*picture)) : nullptr;
    });
}

void loadSounds(film::Film& film, core::Diagnostics& diagnostics) {
    film::eachSound(film.scene, [&](const std::string& path, const core::SourcePlace& place) {
        if (film.sounds.contains(path)) return;
        film.sounds[path] = 0;
        try {
            film.sounds[path] = sound::lengthOf(path);
        } catch (const core::Failure& failure) {
            diagnostics.error(place, fmt::format("`{}`: {}", path, failure.what()));
        }
    });
}

text::FontSet chosenFonts(const scene::Fonts& fonts, core::Diagnostics& diagnostics) {
    text::FontSet set = text::defaultFonts();
    for (const auto& [family, choice] : {std::pair{text::Family::serif, &fonts.serif},
                                         std::pair{text::Family::sans, &fonts.sans}}) {
        if (choice->wanted.empty()) continue;
        if (const std::string fault = text::chooseFonts(set, family, choice->wanted);
            !fault.empty())
            diagnostics.error(choice->place, fault);
    }
    return set;
}

/// Checks what a script with faults names, as far as it was read: its author shall not have to mend
/// one half of the faults to be told of the other.
void checkParts(scene::SceneParts parts, const LoadOptions& options,
                core::Diagnostics& diagnostics) {
    geo::WorldSpec world = worldSpec(parts.scene, options);
    std::erase_if(world.roles, [](const geo::RoleSpec& role) { return role.file.path.empty(); });
    geo::World places = geo::WorldLoading(world, diagnostics).places();
    film::Film film{std::move(parts.scene), nullptr, {}, {}, {}, {}};
    film.fonts = chosenFonts(film.scene.fonts, diagnostics);
    loadPictures(film, options.network, diagnostics);
    loadSounds(film, diagnostics);
    Keys lacking = withWhatFollows(std::move(parts.lacking), film.scene);
    core::Diagnostics rows;
    film.tables = flow::readTables(knownSpecs(tableSpecs(film.scene, options), lacking),
                                   places.gazetteer, rows);
    diagnostics.append(rows);
    film.world = std::make_shared<const geo::World>(places);
    if (film.scene.map.projection.empty()) {
        places.projection = geo::Projection(projectionFor(film, {}));
        film.world = std::make_shared<const geo::World>(std::move(places));
    }
    // Rows with faults are left out, and with them names that only they have.
    if (rows.hasErrors()) lacking.insert({"movements", "figures", "sources"});
    film::checkFilmParts(film, lacking, diagnostics);
}

}  // namespace

std::optional<film::Film> loadFilm(const std::string& scenePath, const LoadOptions& options,
                                   core::Diagnostics& diagnostics) {
    return loadFilmSized(scenePath, options, {}, diagnostics);
}

std::optional<film::Film> loadFilmSized(const std::string& scenePath, const LoadOptions& options,
                                        scene::PictureSize size, core::Diagnostics& diagnostics) {
    auto parts = scene::readSceneParts(scenePath, diagnostics, size);
    if (!parts) return std::nullopt;
    if (!parts->whole) {
        try {
            checkParts(std::move(*parts), options, diagnostics);
        } catch (const core::Failure&) {
            // Without an atlas nothing more can be said; the script's faults are told all the same.
        }
        return std::nullopt;
    }
    geo::WorldLoading loading(worldSpec(parts->scene, options), diagnostics);
    geo::World places = loading.places();
    film::Film film{std::move(parts->scene), nullptr, {}, {}, {}, {}};
    film.fonts = chosenFonts(film.scene.fonts, diagnostics);
    loadPictures(film, options.network, diagnostics);
    loadSounds(film, diagnostics);
    film.tables = flow::readTables(tableSpecs(film.scene, options), places.gazetteer, diagnostics);
    film.world = std::make_shared<const geo::World>(places);
    if (film.scene.map.projection.empty()) {
        places.projection = geo::Projection(projectionFor(film, loading.ownCorners()));
        loading.project(places.projection);
        film.world = std::make_shared<const geo::World>(places);
    }
    geo::World world = loading.finish(groundInView(film));
    world.gazetteer = std::move(places.gazetteer);
    film.world = std::make_shared<const geo::World>(std::move(world));
    return film;
}

}  // namespace ebbflow::story
