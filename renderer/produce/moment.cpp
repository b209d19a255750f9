#include "produce/moment.hpp"

#include <charconv>

#include <fmt/format.h>

#include "core/overloaded.hpp"
#include "core/timecode.hpp"
#include "produce/refusal.hpp"

namespace ebbflow::produce {

namespace {

[[noreturn]] void refuse(std::string_view text) {
    throw Refusal(
        fmt::format("`{}` is no time; write 1:23.5, 83.5 (seconds), f2087 (a frame) or 10:01:23:12 "
                    "(a timecode)",
                    text));
}

}  // namespace

Moment momentNamed(std::string_view text) {
    if (core::looksLikeTimecode(text)) return TimecodeName{std::string(text)};
    // The start of frame n at one frame a second is n seconds.
    const auto time = core::parseFilmTime(text, {1, 1});
    if (!time) refuse(text);
    if (text.front() == 'f') return FrameNumber{time->ticks() / core::FilmTime::kTicksPerSecond};
    return *time;
}

std::string nameOf(const Moment& moment) {
    return std::visit(
        core::Overloaded{[](core::FilmTime time) { return fmt::format("{}", time.seconds()); },
                         [](const FrameNumber& number) { return fmt::format("f{}", number.frame); },
                         [](const TimecodeName& timecode) { return timecode.text; }},
        moment);
}

}  // namespace ebbflow::produce
