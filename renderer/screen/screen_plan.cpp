#include "screen/screen_plan.hpp"

namespace ebbflow::screen {

ScreenPlan planScreen(Lettering lettering) {
    const FootPlan foot = planFoot(lettering);
    Page page(std::move(lettering), foot);
    std::vector<PlannedLabel> labels = planLabels(page);
    MarkSeats seats = planMarkSeats(page, labels);
    return {std::move(page), std::move(labels), std::move(seats)};
}

}  // namespace ebbflow::screen
