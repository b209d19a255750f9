#include "produce/film_times.hpp"

#include <fmt/format.h>

#include "produce/refusal.hpp"

namespace ebbflow::produce {

namespace {

core::FilmTime timeOfTimecode(const std::string& text, const frame::Plan& plan,
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

core::FilmTime timeOn(const Moment& moment, const frame::Plan& plan, const core::FrameRate& rate) {
    if (const auto* time = std::get_if<core::FilmTime>(&moment)) return *time;
    if (const auto* number = std::get_if<FrameNumber>(&moment))
        return core::frameStart(number->frame, rate);
    return timeOfTimecode(std::get<TimecodeName>(moment).text, plan, rate);
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
    return timeOf(momentNamed(text), plan, rate);
}

core::FilmTime timeOf(const Moment& moment, const frame::Plan& plan, const core::FrameRate& rate) {
    const core::FilmTime time = timeOn(moment, plan, rate);
    if (time <= plan.timeline.length) return time;
    const auto* clock = std::get_if<core::FilmTime>(&moment);
    throw Refusal(fmt::format("{} is after the film's end, {}",
                              clock != nullptr ? core::toString(*clock) : nameOf(moment),
                              core::toString(plan.timeline.length)));
}

}  // namespace ebbflow::produce
