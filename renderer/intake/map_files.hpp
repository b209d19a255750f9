#pragma once
// The map of a draft as files of its scene: areas and their names as GeoJSON, and the lines of the
// script that name them.

#include <string>
#include <vector>

#include "intake/draft.hpp"
#include "intake/film_file.hpp"

namespace ebbflow::intake {

[[nodiscard]] std::vector<FilmFile> mapFiles(const Draft& draft);

/// `map:` and what is under it; empty where there is no layer.
[[nodiscard]] std::string mapText(const Draft& draft);

}  // namespace ebbflow::intake
