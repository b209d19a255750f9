#pragma once
// The plan of the screen: a page with the names that the map carries and the seats that words of
// marks have taken. A finished value, made of its page in that order, for words of marks keep clear
// of names.

#include <vector>

#include "screen/label_plan.hpp"
#include "screen/marks.hpp"
#include "screen/page.hpp"

namespace ebbflow::screen {

struct ScreenPlan : Page {
    ScreenPlan(Page page, std::vector<PlannedLabel> names, MarkSeats seats)
        : Page(std::move(page)), labels(std::move(names)), markSeats(std::move(seats)) {}
    std::vector<PlannedLabel> labels;
    MarkSeats markSeats;
};

[[nodiscard]] ScreenPlan planScreen(Lettering lettering);

}  // namespace ebbflow::screen
