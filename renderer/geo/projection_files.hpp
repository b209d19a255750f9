#pragma once
// Files that a projection's definition names: PROJ opens them by itself, past what holds a scene to
// its own folder. It opens none.

#include <string_view>

namespace ebbflow::geo {

/// The first grid or list of definitions that a PROJ string names by a path; empty where there is
/// none. A bare name (`null`, `conus`, `epsg:3857`) is one of PROJ's own.
[[nodiscard]] std::string_view fileOfProjection(std::string_view definition);

}  // namespace ebbflow::geo
