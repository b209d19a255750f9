#pragma once
// Loading a film for a picture of another size than its script's. The shape decides which cameras
// are taken and how much ground is loaded, so it has to be known before anything else is.

#include <optional>
#include <string>

#include "frame/film.hpp"
#include "scene/read_scene.hpp"

namespace ebbflow::frame {

/// As loadFilm(), for a picture of `size`; without one, of the script's.
[[nodiscard]] std::optional<Film> loadFilmSized(const std::string& scenePath,
                                                const LoadOptions& options, scene::PictureSize size,
                                                core::Diagnostics& diagnostics);

}  // namespace ebbflow::frame
