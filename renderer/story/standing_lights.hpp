#pragma once
// The lights that stand on the map in an accumulated picture: one for each that has gone a way, so
// that a thread of many is grain and not a hose. They leave nobody out and launch nobody.

#include <cstdint>
#include <vector>

#include "picture/description.hpp"

namespace ebbflow::story {

/// The first `count` that went a way (its first path, its kind), in order: however many of them are
/// shown, they lie evenly along it, the first close to its middle, and the more there are in all
/// the fainter each. Of a way in parts each stands on its own part.
[[nodiscard]] std::vector<picture::LightVertex> standingLights(const picture::Lights& lights,
                                                               std::uint32_t path,
                                                               std::uint32_t kind,
                                                               std::int64_t count);

}  // namespace ebbflow::story
