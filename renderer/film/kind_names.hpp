#pragma once
// Kinds of movement and routes as a script's `follow` names them.

#include <string>

#include "core/diagnostic.hpp"
#include "film/film.hpp"

namespace ebbflow::film {

/// Whether rows of the film's tables have that kind.
[[nodiscard]] bool isKindOf(const Film& film, const std::string& name);

/// Reports a `follow` that is neither a kind nor a route, with what there is.
void reportUnknownFollow(const Film& film, const scene::PlaceRef& name,
                         core::Diagnostics& diagnostics);

}  // namespace ebbflow::film
