#pragma once
// Timecode: names of frames as editing rooms write them, `10:00:00:00` (SMPTE ST 12-1). It counts
// frames, never seconds, and does not know where a film begins; callers add the start.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/film_time.hpp"

namespace ebbflow::core {

/// A frame since 00:00:00:00, or a sentence that says what is wrong with the text.
struct TimecodeOrFault {
    std::int64_t frame = 0;
    bool dropFrame = false;  ///< written with `;` before the frames
    std::string fault;       ///< empty when all is well
};

/// Whether the text has the shape of a timecode rather than of a time: three colons, or a `;`.
[[nodiscard]] bool looksLikeTimecode(std::string_view text);

/// `hh:mm:ss:ff`; with `;` before the frames where names are left out so that they keep up with
/// the clock, which only 29.97 and 59.94 frames a second can do. Whole rates and those of
/// n×1000/1001 have timecode, others do not.
[[nodiscard]] TimecodeOrFault parseTimecode(std::string_view text, const FrameRate& rate);

/// The name of the frame; after 24 hours names begin again. `frame` is not negative.
[[nodiscard]] std::string timecodeOf(std::int64_t frame, const FrameRate& rate, bool dropFrame);

/// Where a film's timecode begins, for naming its frames.
class TimecodeClock {
public:
    /// `start` as a script has it; empty is 00:00:00:00. It must be free of faults at `rate`.
    TimecodeClock(std::string_view start, const FrameRate& rate);
    /// Of frame `index` of the film.
    [[nodiscard]] std::string at(std::int64_t index) const;
    [[nodiscard]] std::string at(FilmTime time) const { return at(frameAt(time, rate_)); }
    [[nodiscard]] std::int64_t startFrame() const { return start_.frame; }

private:
    FrameRate rate_;
    TimecodeOrFault start_;
};

}  // namespace ebbflow::core
