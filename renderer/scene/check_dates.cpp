#include <fmt/format.h>

#include "scene/check_scene.hpp"

namespace ebbflow::scene {

namespace {

/// The days from `first` to `last` as shortly as EDTF can: whole years, whole months, or days.
std::string shortest(core::Day first, core::Day last) {
    const auto a = core::toCivil(first), b = core::toCivil(last);
    const bool fromFirst = a.day == 1;
    const bool toLast = core::toCivil(last + 1).day == 1;
    std::string begin = core::toString(first), end = core::toString(last);
    if (fromFirst && toLast) {
        const bool years = a.month == 1 && b.month == 12;
        begin.resize(years ? 4 : 7);
        end.resize(years ? 4 : 7);
    }
    return begin == end ? begin : fmt::format("{}/{}", begin, end);
}

void checkStep(const core::Period& before, const Step& step, core::Diagnostics& diagnostics) {
    const core::Day expected = before.last() + 1;
    const core::Day first = step.date->first();
    if (first > expected) {
        diagnostics.error(
            step.datePlace,
            fmt::format("no step shows {}: begin this one earlier, or put a step between",
                        shortest(expected, first + -1)));
    } else if (first < expected) {
        diagnostics.error(
            step.datePlace,
            fmt::format("this step begins on {}, before the one above ends ({}); dates run forward "
                        "inside a chapter (without `date`, a step holds the last one)",
                        core::toString(first), core::toString(before.last())));
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
