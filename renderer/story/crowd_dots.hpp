#pragma once
// The crowds of `presence` on the map: dots packed round their places as the seeds of a sunflower.

#include <string_view>

#include "picture/description.hpp"
#include "story/moment.hpp"

namespace ebbflow::story {

/// Where a slot lies from its place, reference pixels: the seeds of a sunflower (Vogel 1979), from
/// outside of the city's own dot on.
[[nodiscard]] core::PixelPoint slotOffset(std::uint32_t slot);

/// From its place to outside of its outermost dot, reference pixels.
[[nodiscard]] double radiusOf(const PlaceCrowd& crowd);

/// Adds dots, sockets of those who have left, rings of those who arrive.
void describeCrowds(const Moment& moment, picture::MapPicture& frame);

/// Of the crowds that a step has round a place of the gazetteer, reference pixels; 0: none.
[[nodiscard]] double crowdRadius(const Story& story, std::size_t step, std::string_view placeId);

/// By how much the squares of a place's works stand lower than usual, to be clear of its crowds,
/// reference pixels.
[[nodiscard]] double squareDrop(const Story& story, std::size_t step, std::string_view placeId);
/// The same at a moment, gliding as crowds come and go.
[[nodiscard]] double squareDropAt(const Moment& moment, std::string_view placeId);

}  // namespace ebbflow::story
