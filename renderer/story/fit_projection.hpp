#pragma once
// The projection of a film whose script names none: it follows from what the film shows.

#include <span>
#include <string>

#include "core/coordinates.hpp"
#include "film/film.hpp"

namespace ebbflow::story {

/// For the ends of its journeys, its works and the places that its cameras name; where there are
/// none of them, for `otherwise`. Needs the film's tables and gazetteer only.
[[nodiscard]] std::string projectionFor(const film::Film& film,
                                        std::span<const core::LonLat> otherwise);

}  // namespace ebbflow::story
