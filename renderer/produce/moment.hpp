#pragma once
// A moment of a film as people name it: by the clock, by the number of a frame, or by timecode.
// Which frame that is depends on the film and its rate; it is looked up in film_times.

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "core/film_time.hpp"

namespace ebbflow::produce {

struct FrameNumber {
    std::int64_t frame = 0;  ///< of the film, from 0
    friend bool operator==(const FrameNumber&, const FrameNumber&) = default;
};
struct TimecodeName {
    std::string text;  ///< `10:01:23:12`, counted from the film's start of timecode
    friend bool operator==(const TimecodeName&, const TimecodeName&) = default;
};
using Moment = std::variant<core::FilmTime, FrameNumber, TimecodeName>;

/// `1:23.5`, `83.5` (seconds), `f2087` (a frame) or `10:01:23:12` (a timecode). Throws Refusal.
[[nodiscard]] Moment momentNamed(std::string_view text);
/// A name by which momentNamed() finds the very same: `83.5`, `f2087`, `10:01:23:12`.
[[nodiscard]] std::string nameOf(const Moment& moment);

}  // namespace ebbflow::produce
