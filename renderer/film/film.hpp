#pragma once
// A film as loaded: the script, the world it is drawn on, the tables it shows. Immutable once
// loaded; story::loadFilm() makes one.

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "core/diagnostic.hpp"
#include "core/image.hpp"
#include "flow/tables.hpp"
#include "geo/world.hpp"
#include "scene/scene.hpp"
#include "text/fonts.hpp"

namespace ebbflow::film {

struct Film {
    scene::Scene scene;
    std::shared_ptr<const geo::World> world;
    flow::Tables tables;
    /// The pictures that steps show, by their paths.
    std::map<std::string, std::shared_ptr<const core::Image>> pictures;
    /// Lengths of the sound files, in samples at the film's rate, by their paths.
    std::map<std::string, std::int64_t> sounds;
    text::FontSet fonts;
};

/// The files a film was loaded from, for hashing and for watching: the script, its tables, its map
/// data.
[[nodiscard]] std::vector<std::string> filesOf(const scene::Scene& scene);

}  // namespace ebbflow::film
