#pragma once
// A world as bytes and back, in two parts: what has no projection, and the shapes. For a cache on
// the machine that wrote it only: the bytes are the processor's own, and reading trusts them.

#include <string>
#include <string_view>

#include "geo/world.hpp"

namespace ebbflow::geo {

/// Gazetteer, routes, names, scales and notices.
[[nodiscard]] std::string packPlaces(const World& world);
/// Takes their place in `world`. Throws std::exception when the bytes are no such thing.
void unpackPlaces(std::string_view bytes, World& world);

/// Layers and relief.
[[nodiscard]] std::string packShapes(const World& world);
void unpackShapes(std::string_view bytes, World& world);

}  // namespace ebbflow::geo
