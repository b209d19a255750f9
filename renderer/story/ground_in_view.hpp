#pragma once
// The part of the map that a film ever looks at, so that its relief is made for that and no more.

#include <optional>

#include "core/coordinates.hpp"
#include "film/film.hpp"

namespace ebbflow::story {

/// A box around all that any camera of the film sees, moves included; nothing when a camera sees
/// the horizon. Needs the film's places and projection only. Faults of the script are left for the
/// plan to tell.
[[nodiscard]] std::optional<core::MapBox> groundInView(const film::Film& film);

}  // namespace ebbflow::story
