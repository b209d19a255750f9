#pragma once
// The last step of every film, whether one process made its segments or many machines did: joined
// under the film's name, and written down in the manifest beside it. It looks for no segments.

#include <span>

#include "delivery/film_order.hpp"
#include "delivery/joiner.hpp"

namespace ebbflow::delivery {

/// Makes the film of all its segments (of numbered frames, sees that each is whole), then its
/// manifest. Throws core::Failure; then nothing stands under the film's name that was not there
/// before.
void assembleFilm(const FilmOrder& order, std::span<const PlacedSegment> segments);

}  // namespace ebbflow::delivery
