#include <fmt/format.h>

#include "scene/check_scene.hpp"

namespace ebbflow::scene {

namespace {

bool isMidnight(core::Instant instant) {
    return core::secondOfDay(instant) == 0;
}

/// A span as shortly as EDTF can: whole years, whole months, days, or instants.
std::string shortest(const core::Span& span) {
    if (!span.isWholeDays())
        return fmt::format("{}/{}", core::toString(span.from), core::toString(span.until));
    const core::Day first = core::dayOf(span.from), last = core::dayOf(span.until) + -1;
    const auto a = core::toCivil(first), b = core::toCivil(last);
    std::string begin = core::toString(first), end = core::toString(last);
    if (a.day == 1 && core::toCivil(last + 1).day == 1) {
        constexpr std::size_t kDay = 3, kMonthAndDay = 6;  // `-31`, `-12-31`
        const std::size_t cut = a.month == 1 && b.month == 12 ? kMonthAndDay : kDay;
        begin.resize(begin.size() - cut);
        end.resize(end.size() - cut);
    }
    return begin == end ? begin : fmt::format("{}/{}", begin, end);
}

/// Where a step ends, as its author would say: its last day, or the minute.
std::string endOf(const core::Period& date) {
    const core::Instant until = date.span().until;
    return isMidnight(until) ? core::toString(date.last()) : core::toString(until);
}

void checkStep(const core::Period& before, const Step& step, core::Diagnostics& diagnostics) {
    const core::Instant expected = before.span().until, from = step.date->span().from;
    // A step that names a minute shows that minute; the next may begin within it.
    if (from > expected) {
        diagnostics.error(
            step.datePlace,
            fmt::format("no step shows {}: begin this one earlier, or put a step between",
                        shortest({expected, from})));
    } else if (from < expected && !(before.end.hasClock() && before.end.from <= from)) {
        diagnostics.error(
            step.datePlace,
            fmt::format("this step begins on {}, before the one above ends ({}); dates run forward "
                        "inside a chapter (without `date`, a step holds the last one)",
                        core::toString(from), endOf(before)));
    }
}

}  // namespace

void checkDates(const Scene& scene, core::Diagnostics& diagnostics) {
    for (const Chapter& chapter : scene.chapters) {
        const Step* before = nullptr;
        for (const Step& step : chapter.steps) {
            if (!step.date) continue;
            if (before != nullptr) checkStep(*before->date, step, diagnostics);
            before = &step;
        }
    }
}

}  // namespace ebbflow::scene
