#pragma once
// Tracks as a table of movements: a row each, from its first point to its last, along the way that
// was recorded.

#include <string>
#include <vector>

#include "flow/raw_table.hpp"
#include "flow/tracks.hpp"

namespace ebbflow::flow {

/// What the file says of the tracks are columns; beside them `from_lat` … `to_lon`, `when` where
/// any has a time, and `count`, one each, where the file has none.
[[nodiscard]] RawTable tableOf(const std::vector<Track>& tracks, const std::string& path);

}  // namespace ebbflow::flow
