#pragma once
// Recorded journeys as files keep them: GPX tracks and routes, KML's lines, tracks and dated
// points, CZML's positions, GeoJSON lines (kepler.gl's trips among them). It reads what was
// recorded; what it is in a film is for others to say.

#include <optional>
#include <string>
#include <vector>

#include "core/limits.hpp"
#include "flow/track.hpp"

namespace ebbflow::flow {

/// The file's tracks, or nothing where it is of another kind, for then it may still be a table, or
/// where it is larger than the limits let it be, which `fault` says. Within the caller's
/// geo::GdalSession, by which it may be opened or not.
[[nodiscard]] std::optional<std::vector<Track>> readTracks(const std::string& path,
                                                           const core::Limits& limits,
                                                           std::string& fault);

}  // namespace ebbflow::flow
