#include "screen/screen_plan.hpp"

namespace ebbflow::screen {

ScreenPlan planScreen(Lettering lettering) {
    const FootPlan foot = planFoot(lettering);
    Page page(std::move(lettering), foot);
    ObjectSeats objects = planObjectSeats(page);
    std::vector<PlannedLabel> labels = planLabels(page, objects);
    MarkSeats seats = planMarkSeats(page, labels, objects);
    return {std::move(page), std::move(objects), std::move(labels), std::move(seats)};
}

}  // namespace ebbflow::screen
