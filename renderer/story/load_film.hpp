#pragma once
// Loads a film: reads its script, the world it is drawn on and its tables, and reports every fault
// of script and data in one pass. It lives here and not beside film::Film since the ground that has
// to be loaded is what the story's cameras see.

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/access.hpp"
#include "core/diagnostic.hpp"
#include "film/film.hpp"
#include "scene/read_scene.hpp"

namespace ebbflow::story {

/// Told what loading is at, for who waits: "its tables are read".
using Doing = std::function<void(std::string_view what)>;

struct LoadOptions {
    std::string atlasFolder;          ///< holds atlas.gpkg and relief.tif
    core::Permissions permissions{};  ///< beyond the scene's own folder and the atlas's
    bool geometry = true;             ///< false: no shapes, for what draws no map (`audit`)
    std::string cacheFolder{};        ///< as geo::WorldSpec has it
    Doing doing{};                    ///< called on the thread that loads
};

/// Nothing when the script cannot be read at all; otherwise the film, of use only while
/// `diagnostics` has no errors. Throws core::Failure when the atlas is missing.
[[nodiscard]] std::optional<film::Film> loadFilm(const std::string& scenePath,
                                                 const LoadOptions& options,
                                                 core::Diagnostics& diagnostics);

/// The same for a picture of `size`; without one, of the script's. The shape decides which cameras
/// are taken and how much ground is loaded, so it has to be known before anything else is.
[[nodiscard]] std::optional<film::Film> loadFilmSized(const std::string& scenePath,
                                                      const LoadOptions& options,
                                                      scene::PictureSize size,
                                                      core::Diagnostics& diagnostics);

}  // namespace ebbflow::story
