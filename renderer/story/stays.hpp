#pragma once
// Journeys within one place, on the map: a ring that pulses, as large as they are many. It launches
// no light.

#include "picture/description.hpp"
#include "story/moment.hpp"

namespace ebbflow::story {

/// Radius of a ring for so many, reference pixels: by the square root of their share of `most`.
[[nodiscard]] double stayRadius(double count, double most);

/// Of those that have left in this picture's time so far.
void describeStays(const Moment& moment, picture::MapPicture& frame);

/// Whether any stand on the map before that step is over.
[[nodiscard]] bool showsStays(const Story& story, std::size_t step);

}  // namespace ebbflow::story
