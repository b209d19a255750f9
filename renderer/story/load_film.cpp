#include "story/load_film.hpp"

#include <filesystem>
#include <map>
#include <set>

#include <fmt/format.h>

#include "core/error.hpp"
#include "film/check_film.hpp"
#include "film/named_files.hpp"
#include "film/named_places.hpp"
#include "film/state_names.hpp"
#include "flow/read_tables.hpp"
#include "geo/picture_file.hpp"
#include "scene/flow_setting.hpp"
#include "scene/read_scene.hpp"
#include "scene/script_name.hpp"
#include "sound/audio_file.hpp"
#include "story/fit_projection.hpp"
#include "story/ground_in_view.hpp"

namespace ebbflow::story {

namespace {

/// What a film is loaded with: the options, and what follows from them and the script's place.
struct Loading {
    const LoadOptions& options;
    core::Access access;
};

/// The script's folder as the user named it: a link to a script is in the folder where it leads
/// only by the user's word.
Loading loadingOf(const std::string& scenePath, const LoadOptions& options) {
    std::error_code ignored;
    const std::filesystem::path path(scenePath);
    std::filesystem::path folder =
        std::filesystem::is_directory(path, ignored) ? path : path.parent_path();
    if (folder.empty()) folder = ".";
    return {options,
            core::Access::within({folder.string(), options.atlasFolder}, options.permissions)};
}

geo::WorldSpec worldSpec(const scene::Scene& scene, const Loading& loading) {
    geo::WorldSpec spec;
    spec.projection = scene.map.projection;
    spec.projectionPlace = scene.map.projectionPlace;
    spec.atlasFolder = loading.options.atlasFolder;
    spec.access = loading.access;
    spec.geometry = loading.options.geometry;
    spec.cacheFolder = loading.options.cacheFolder;
    spec.statesAlways = scene.map.outside == "show";
    for (const auto& layer : scene.map.layers) spec.roles.push_back({layer.role, layer.file});
    return spec;
}

flow::TableSpecs tableSpecs(const scene::Scene& scene, const core::Access& access) {
    flow::TableSpecs specs;
    specs.places = scene.places;
    specs.movements = scene.movements;
    specs.figures = scene.figures;
    specs.sites = scene.sites;
    specs.sources = scene.sources;
    specs.locations = scene.locations;
    specs.flowRows = scene.flowRows;
    specs.access = access;
    film::eachPlaceRef(scene, [&](const scene::PlaceRef& ref) {
        if (ref.position)
            specs.shownPoints.push_back(*ref.position);
        else
            specs.shown.push_back({ref.name, ref.place});
    });
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

/// Why a file that is there may not be read, or nothing.
std::string fileRefusal(const core::Access& access, const std::string& path) {
    std::error_code ignored;
    return std::filesystem::exists(path, ignored) ? access.refusal(path) : std::string();
}

void loadPictures(film::Film& film, const core::Access& access, core::Diagnostics& diagnostics) {
    film::eachImage(film.scene, [&](const scene::Image& image) {
        if (image.file.empty() || film.pictures.contains(image.file)) return;
        auto picture = geo::readPicture(image.file, image.place, access, diagnostics);
        film.pictures[image.file] =
            picture ? std::make_shared<const core::Image>(std::move(*picture)) : nullptr;
    });
}

void loadSounds(film::Film& film, const core::Access& access, core::Diagnostics& diagnostics) {
    film::eachSound(film.scene, [&](const std::string& path, const core::SourcePlace& place) {
        if (film.sounds.contains(path)) return;
        film.sounds[path] = 0;
        if (const std::string refusal = fileRefusal(access, path); !refusal.empty()) {
            diagnostics.error(place, fmt::format("`{}`: {}", path, refusal));
            return;
        }
        try {
            film.sounds[path] = sound::lengthOf(path, access.limits);
        } catch (const core::Failure& failure) {
            diagnostics.error(place, fmt::format("`{}`: {}", path, failure.what()));
        }
    });
}

/// The first of a family's files that may not be read, and why.
std::string fontRefusal(const core::Access& access, const std::vector<std::string>& wanted) {
    for (const std::string& word : wanted) {
        // A word without a slash names a family that the program brings.
        if (word.find('/') == std::string::npos) continue;
        if (const std::string refusal = fileRefusal(access, word); !refusal.empty())
            return fmt::format("{}: {}", word, refusal);
    }
    return {};
}

text::FontSet chosenFonts(const scene::Fonts& fonts, const core::Access& access,
                          core::Diagnostics& diagnostics) {
    text::FontSet set = text::defaultFonts();
    for (const auto& [family, choice] : {std::pair{text::Family::serif, &fonts.serif},
                                         std::pair{text::Family::sans, &fonts.sans}}) {
        if (choice->wanted.empty()) continue;
        std::string fault = fontRefusal(access, choice->wanted);
        if (fault.empty()) fault = text::chooseFonts(set, family, choice->wanted);
        if (!fault.empty()) diagnostics.error(choice->place, fault);
    }
    const auto add = [&](const auto& named, auto choose) {
        for (const auto& [name, choice] : named) {
            std::string fault = fontRefusal(access, choice.wanted);
            if (fault.empty()) fault = choose(set, name, choice.wanted);
            if (!fault.empty()) diagnostics.error(choice.place, fault);
        }
    };
    add(fonts.scripts, text::chooseScriptFonts);
    add(fonts.languages, text::chooseLanguageFonts);
    return set;
}

/// Rows know how their kind leaves, so that whoever counts them by time agrees.
void takeShapes(film::Film& film) {
    std::map<std::string, core::DepartureShape> shapes;
    for (flow::Movement& movement : film.tables.movements) {
        auto [shape, fresh] = shapes.try_emplace(movement.kind);
        if (fresh) {
            const auto said = scene::flowSetting(film.scene, movement.kind,
                                                 [](const scene::Flow& f) { return f.departures; });
            shape->second = said.value_or(core::DepartureShape::even);
        }
        movement.departures = shape->second;
    }
}

/// Checks what a script with faults names, as far as it was read: its author shall not have to mend
/// one half of the faults to be told of the other.
void checkParts(scene::SceneParts parts, const Loading& loading, core::Diagnostics& diagnostics) {
    geo::WorldSpec world = worldSpec(parts.scene, loading);
    std::erase_if(world.roles, [](const geo::RoleSpec& role) { return role.file.path.empty(); });
    geo::World places = geo::WorldLoading(world, diagnostics).places();
    film::Film film{std::move(parts.scene), nullptr, {}, {}, {}, {}};
    film.fonts = chosenFonts(film.scene.fonts, loading.access, diagnostics);
    loadPictures(film, loading.access, diagnostics);
    loadSounds(film, loading.access, diagnostics);
    Keys lacking = withWhatFollows(std::move(parts.lacking), film.scene);
    core::Diagnostics rows;
    film.tables = flow::readTables(knownSpecs(tableSpecs(film.scene, loading.access), lacking),
                                   places.gazetteer, rows);
    takeShapes(film);
    diagnostics.append(rows);
    film.world = std::make_shared<const geo::World>(places);
    if (film.scene.map.projection.empty()) {
        places.projection = geo::Projection(projectionFor(film, places.ownCorners));
        film.world = std::make_shared<const geo::World>(std::move(places));
    }
    // Rows with faults are left out, and with them names that only they have.
    if (rows.hasErrors()) lacking.insert({"movements", "figures", "sources"});
    film::checkFilmParts(film, lacking, diagnostics);
}

/// Whether the script of a folder is a link to where the scene may not read.
bool leadsAstray(const std::string& scenePath, const core::Access& access,
                 core::Diagnostics& diagnostics) {
    const std::filesystem::path folder(scenePath);
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder, ignored)) return false;
    const std::string script = (folder / scene::kScriptName).string();
    const std::string refusal = fileRefusal(access, script);
    if (!refusal.empty()) diagnostics.error({script, 0, 0}, refusal);
    return !refusal.empty();
}

}  // namespace

std::optional<film::Film> loadFilm(const std::string& scenePath, const LoadOptions& options,
                                   core::Diagnostics& diagnostics) {
    return loadFilmSized(scenePath, options, {}, diagnostics);
}

std::optional<film::Film> loadFilmSized(const std::string& scenePath, const LoadOptions& options,
                                        scene::PictureSize size, core::Diagnostics& diagnostics) {
    const Loading loading = loadingOf(scenePath, options);
    if (leadsAstray(scenePath, loading.access, diagnostics)) return std::nullopt;
    auto parts = scene::readSceneParts(scenePath, diagnostics, size);
    if (!parts) return std::nullopt;
    if (!parts->whole) {
        try {
            checkParts(std::move(*parts), loading, diagnostics);
        } catch (const core::Failure&) {
            // Without an atlas nothing more can be said; the script's faults are told all the same.
        }
        return std::nullopt;
    }
    const auto doing = [&](std::string_view what) {
        if (options.doing) options.doing(what);
    };
    doing("its map is opened");
    geo::WorldLoading world(worldSpec(parts->scene, loading), diagnostics);
    geo::World places = world.places();
    film::Film film{std::move(parts->scene), nullptr, {}, {}, {}, {}};
    doing("its fonts, pictures and sounds are read");
    film.fonts = chosenFonts(film.scene.fonts, loading.access, diagnostics);
    loadPictures(film, loading.access, diagnostics);
    loadSounds(film, loading.access, diagnostics);
    doing("its tables are read");
    film.tables =
        flow::readTables(tableSpecs(film.scene, loading.access), places.gazetteer, diagnostics);
    takeShapes(film);
    doing("its map is cut");
    film.world = std::make_shared<const geo::World>(places);
    if (film.scene.map.projection.empty()) {
        places.projection = geo::Projection(projectionFor(film, places.ownCorners));
        world.project(places.projection);
        film.world = std::make_shared<const geo::World>(places);
    }
    geo::World whole = world.finish(groundInView(film));
    whole.gazetteer = std::move(places.gazetteer);
    film::takeNamesOfTheMap(film.scene.map, whole);
    film.world = std::make_shared<const geo::World>(std::move(whole));
    return film;
}

}  // namespace ebbflow::story
