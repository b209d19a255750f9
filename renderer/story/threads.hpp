#pragma once
// What stands on the map instead of flying: the threads of an accumulated picture, whose width
// tells how many have gone that way, and the veils of an ambience, which tell no number.

#include "picture/description.hpp"
#include "story/moment.hpp"

namespace ebbflow::story {

/// Width of a thread for so many, reference pixels: by the square root of their share of `most`.
[[nodiscard]] double threadWidth(double count, double most);

/// Those from `first` on lie on the first path of their ways: adds what lies on the others.
void addFurtherParts(const picture::Lights& lights, std::size_t first, picture::MapPicture& frame);

void describeThreads(const Moment& moment, picture::MapPicture& frame);
void describeVeils(const Moment& moment, picture::MapPicture& frame);

/// Whether an accumulated picture, or a veil, is on the screen at that moment.
[[nodiscard]] bool showsThreads(const Moment& moment);
[[nodiscard]] bool showsVeils(const Moment& moment);

}  // namespace ebbflow::story
