#include "frame/foot_plan.hpp"

#include <algorithm>

#include "frame/captions.hpp"
#include "frame/source_line.hpp"

namespace ebbflow::frame {

FootPlan planFoot(const Plan& plan) {
    FootPlan foot;
    for (std::size_t i = 0; i < plan.timeline.steps.size(); ++i) {
        for (const PlannedCaption& caption : plan.timeline.steps[i].captions) {
            const text::Measure& size = plan.ruler.measure(captionWords(plan, caption));
            foot.captionWidth = captionColumn(plan);
            foot.captionHeight = std::max(foot.captionHeight, size.height);
        }
        foot.sourceRows = std::max(foot.sourceRows, sourceRows(plan, i));
    }
    return foot;
}

}  // namespace ebbflow::frame
