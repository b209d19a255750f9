#pragma once
// What goes into a film beside its pictures: captions that players can switch on, and sound. Plain
// data; the joiner writes it when the pictures are done, so that it is encoded once, whatever the
// segments.

#include <cstdint>
#include <string>
#include <vector>

#include "core/timed_text.hpp"
#include "sound/mix.hpp"

namespace ebbflow::encode {

struct SubtitleTrack {
    std::string language;                   ///< BCP 47
    std::vector<core::TimedText> captions;  ///< ascending, counted from the file's first frame
};

/// Samples [first, end) of the film's mix.
struct Soundtrack {
    sound::Mix mix;  ///< empty: the film is silent and has no track
    std::int64_t first = 0, end = 0;
    std::string language;  ///< BCP 47; empty: of none
};

struct SideTracks {
    std::vector<SubtitleTrack> subtitles;
    Soundtrack sound;
};

}  // namespace ebbflow::encode
