#pragma once
// The plan of the screen: a page with the seats of cards, the names that the map carries and the
// seats that words of marks have taken. A finished value, made of its page in that order, for names
// keep clear of cards, and words of marks of both.

#include <vector>

#include "screen/label_plan.hpp"
#include "screen/marks.hpp"
#include "screen/page.hpp"

namespace ebbflow::screen {

struct ScreenPlan : Page {
    ScreenPlan(Page page, ObjectSeats objects, std::vector<PlannedLabel> names, MarkSeats seats)
        : Page(std::move(page)),
          objectSeats(std::move(objects)),
          labels(std::move(names)),
          markSeats(std::move(seats)) {}
    ObjectSeats objectSeats;
    std::vector<PlannedLabel> labels;
    MarkSeats markSeats;
};

[[nodiscard]] ScreenPlan planScreen(Lettering lettering);

}  // namespace ebbflow::screen
