#pragma once
// The cities of the world that the atlas's own places lack, and further names of all of them, from
// `more_places.csv` beside the atlas. It reads that file and no other.

#include <string>

#include "geo/gazetteer.hpp"

namespace ebbflow::geo {

[[nodiscard]] std::string morePlacesPath(const std::string& atlasFolder);

/// After the atlas's own places, whose ids its rows may have, and before a scene's. Throws
/// core::Failure where the file is missing or not what the recipe writes.
void addMorePlaces(const std::string& atlasFolder, Gazetteer& gazetteer);

}  // namespace ebbflow::geo
