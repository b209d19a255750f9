#include "screen/foot_plan.hpp"

#include <algorithm>

#include "screen/caption_words.hpp"
#include "screen/source_rows.hpp"

namespace ebbflow::screen {

FootPlan planFoot(const Lettering& letters) {
    FootPlan foot;
    for (std::size_t i = 0; i < letters.timeline.steps.size(); ++i) {
        for (const story::PlannedCaption& caption : letters.timeline.steps[i].captions) {
            const text::Measure& size = letters.ruler.measure(captionWords(letters, caption));
            foot.captionWidth = captionColumn(letters);
            foot.captionHeight = std::max(foot.captionHeight, size.height);
        }
        foot.sourceRows = std::max(foot.sourceRows, sourceRows(letters, i));
    }
    return foot;
}

}  // namespace ebbflow::screen
