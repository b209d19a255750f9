#pragma once
// What is heard of a film in one language: the script's tracks and narrations, each at its sample.
// It reads no sound; the mixer does.

#include <vector>

#include "sound/mixer.hpp"
#include "story/story.hpp"

namespace ebbflow::story {

/// In the order of the script, the tracks first; without `speech` only what is for all languages. A
/// clip that would outlast the film ends, and
/// fades, with it; a file that has less than was asked for ends where it ends.
[[nodiscard]] std::vector<sound::Clip> clipsOf(const Story& story, bool speech = true);

}  // namespace ebbflow::story
