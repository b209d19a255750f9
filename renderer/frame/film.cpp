#include "frame/film.hpp"

#include "frame/ground_in_view.hpp"
#include "scene/read_scene.hpp"

namespace ebbflow::frame {

namespace {

geo::WorldSpec worldSpec(const scene::Scene& scene, const LoadOptions& options) {
    geo::WorldSpec spec;
    spec.projection = scene.map.projection;
    spec.projectionPlace = scene.map.projectionPlace;
    spec.atlasFolder = options.atlasFolder;
    spec.network = options.network;
    spec.geometry = options.geometry;
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

}  // namespace

std::optional<Film> loadFilm(const std::string& scenePath, const LoadOptions& options,
                             core::Diagnostics& diagnostics) {
    auto scene = scene::readScene(scenePath, diagnostics);
    if (!scene) return std::nullopt;
    geo::WorldLoading loading(worldSpec(*scene, options), diagnostics);
    geo::World places = loading.places();
    Film film{std::move(*scene), nullptr, {}};
    film.tables = flow::readTables(tableSpecs(film.scene, options), places.gazetteer, diagnostics);
    film.world = std::make_shared<const geo::World>(places);
    geo::World world = loading.finish(groundInView(film));
    world.gazetteer = std::move(places.gazetteer);
    film.world = std::make_shared<const geo::World>(std::move(world));
    return film;
}

std::vector<std::string> filesOf(const scene::Scene& scene) {
    std::vector<std::string> files{scene.file};
    for (const core::TableSpec* table :
         {&scene.places, &scene.movements, &scene.sites, &scene.figures, &scene.sources,
          &scene.locations, &scene.flowRows}) {
        for (const auto& file : table->files) files.push_back(file.path);
    }
    for (const auto& layer : scene.map.layers) files.push_back(layer.file.path);
    return files;
}

}  // namespace ebbflow::frame
