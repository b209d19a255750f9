#pragma once
// What is heard of a film in one language: the script's tracks and narrations, what is computed
// from its lights, and the cues, each at its sample. It reads no sound; the mixer does.

#include "sound/mix.hpp"
#include "story/story.hpp"

namespace ebbflow::story {

/// LUFS of a film that has computed sound (EBU R 128); one of files alone is heard as they are.
inline constexpr double kLoudness = -23;

/// Clips in the order of the script, the tracks first; without `speech` only what is for all
/// languages. A clip that would outlast the film ends, and fades, with it; a file that has less
/// than was asked for ends where it ends. Its level is still to be found (sound::levelled).
[[nodiscard]] sound::Mix mixOf(const Story& story, bool speech = true);

}  // namespace ebbflow::story
