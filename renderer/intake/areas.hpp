#pragma once
// Areas of map files (states, districts), with the days for which they stand, as layers of a
// draft's map: by their own dates, or, where several files are snapshots, by the year that each is
// named for.

#include <optional>
#include <string>

#include "intake/draft.hpp"
#include "intake/given.hpp"
#include "intake/reading.hpp"

namespace ebbflow::intake {

/// Adds the areas of all map files that were given. Features that cannot be read are warned of and
/// left out; a file without one that can be read is an error.
void addAreas(const Given& given, Reading& reading, Draft& draft);

/// `world_1914.geojson` stands from 1914 on, `bc500` from 500 BC, `1914-1938` to the end of 1938.
/// Nothing where a name has no year or more than two.
[[nodiscard]] core::Validity periodOfName(const std::string& file);

}  // namespace ebbflow::intake
