#include "screen/check_screen.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "screen/furniture.hpp"

namespace ebbflow::screen {

namespace {

/// Titles show early in a step, pictures in its midst, and its last figures at its end.
std::vector<core::FilmTime> looks(const story::PlannedStep& step) {
    const core::FilmTime last = step.end() - core::FilmTime::fromTicks(1);
    const auto after = [&](double seconds) {
        return std::min(last, step.start + core::FilmTime::fromSeconds(seconds));
    };
    return {after(1.5), after(step.length.seconds() / 2), last};
}

}  // namespace

void checkScreen(const ScreenPlan& page, core::Diagnostics& diagnostics) {
    if (page.textless) return;
    checkObjectSeats(page, page.objectSeats, diagnostics);
    for (const story::PlannedStep& step : page.timeline.steps) {
        std::set<std::string> faults;
        for (const core::FilmTime time : looks(step)) {
            const Furniture furniture = furnitureAt(Moment(page, time));
            for (auto& fault : crowding(furniture.blocks, furniture.stage, furniture.placed))
                faults.insert(std::move(fault));
        }
        const scene::Step& script = page.film->scene.chapters[step.chapter].steps[step.step];
        for (const std::string& fault : faults) {
            diagnostics.warning(script.place,
                                fmt::format("too much on the screen: {} in this step ({}); give "
                                            "one of them another place with `at:`, or `no`",
                                            fault, page.shownLanguage));
        }
    }
}

}  // namespace ebbflow::screen
