#include "produce/film_times.hpp"

#include <fmt/format.h>

#include "produce/refusal.hpp"

namespace ebbflow::produce {

namespace {

core::FilmTime timecodeNamed(const std::string& text, const frame::Plan& plan,
                             const core::FrameRate& rate) {
    const auto read = core::parseTimecode(text, rate);
    if (!read.fault.empty()) throw Refusal(read.fault);
    const core::TimecodeClock clock = clockOf(plan, rate);
    if (read.frame < clock.startFrame()) {
        throw Refusal(fmt::format("{} is before the film's first frame, {}", text,
                                  clock.at(std::int64_t{0})));
    }
    return core::frameStart(read.frame - clock.startFrame(), rate);
}

}  // namespace

core::TimecodeClock clockOf(const frame::Plan& plan, const core::FrameRate& rate) {
    const std::string& start = plan.film->scene.frame.startTimecode;
    if (!start.empty()) {
        const auto read = core::parseTimecode(start, rate);
        if (!read.fault.empty()) throw Refusal("the start of timecode, " + read.fault);
    }
    return {start, rate};
}

core::FrameRate rateNamed(const std::string& text) {
    const auto rate = core::parseFrameRate(text);
    if (!rate) {
        throw Refusal(fmt::format(
            "`{}` is no frame rate; write 24, 25, 30, 50, 60, 23.976, 29.97, 59.94, or another "
            "from "
            "1 to 120 whose frames last a whole number of 1/705600000 s, such as 12, 15, 48 or "
            "30000/1001",
            text));
    }
    return *rate;
}

core::FilmTime timeNamed(const std::string& text, const frame::Plan& plan) {
    return timeNamed(text, plan, plan.film->scene.frame.rate);
}

core::FilmTime timeNamed(const std::string& text, const frame::Plan& plan,
                         const core::FrameRate& rate) {
    const auto time = core::looksLikeTimecode(text) ? timecodeNamed(text, plan, rate)
                                                    : core::parseFilmTime(text, rate);
    if (!time)
        throw Refusal(
            fmt::format("`{}` is no time; write 1:23.5, 83.5 (seconds), f2087 (a frame) or "
                        "10:01:23:12 (a timecode)",
                        text));
    if (*time > plan.timeline.length) {
        throw Refusal(fmt::format("{} is after the film's end, {}", text,
                                  core::toString(plan.timeline.length)));
    }
    return *time;
}

}  // namespace ebbflow::produce
