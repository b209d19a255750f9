#pragma once
// The computed sound of a film: bells where lights arrive, beats while they are under way, chords.
// It goes by the very times at which the picture shows them.

#include "scene/sound.hpp"
#include "sound/score.hpp"
#include "story/story.hpp"

namespace ebbflow::story {

/// Samples of the film, the last not included.
struct SampleRange {
    std::int64_t first = 0, end = 0;
};

/// Adds what `track`, which is bells, a pulse or a drone, strikes and holds in `range`; what is
/// struck in it may ring on. Strikes are not in order.
void addToScore(const Story& story, const scene::SoundTrack& track, const SampleRange& range,
                sound::Score& score);

/// The first second of film at which the lights' clock shows `lights` seconds: a hold that begins
/// there is still to come. The film's end where it never does.
[[nodiscard]] double filmSecondsOf(const Timeline& timeline, double lights);

}  // namespace ebbflow::story
