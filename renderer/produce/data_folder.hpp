#pragma once
// Where the map data that comes with the program is: beside it, never linked into it; and where
// what follows from it is kept.

#include <string>

namespace ebbflow::produce {

/// $EBBFLOW_ATLAS, else the first of geodata/ beside the program, ../share/ebbflow/geodata, and the
/// source tree's geodata/ two folders up that holds an atlas. Throws core::Failure that says where
/// it looked.
[[nodiscard]] std::string atlasFolder();

/// Where what the map data comes to is kept between runs: $EBBFLOW_CACHE, else ebbflow/ in
/// $XDG_CACHE_HOME or in the user's .cache. Empty, for nowhere, when $EBBFLOW_CACHE is, or when no
/// home is known.
[[nodiscard]] std::string cacheFolder();

/// Where the presets are that come with the program: $EBBFLOW_PRESETS, else the first of presets/
/// beside the program, ../share/ebbflow/presets, and the source tree's presets/. Throws
/// core::Failure.
[[nodiscard]] std::string presetsFolder();

}  // namespace ebbflow::produce
