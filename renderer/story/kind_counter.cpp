#include "story/kind_counter.hpp"

#include <algorithm>
#include <cmath>

#include "flow/schedule.hpp"
#include "story/pieces.hpp"

namespace ebbflow::story {

std::vector<std::string> counterKinds(const Story& story, std::size_t step) {
    const scene::Screen* screen =
        screenWith(story, step, [](const scene::Screen& s) { return s.counters.has_value(); });
    return screen == nullptr ? std::vector<std::string>{} : screen->counterKinds;
}

std::size_t firstOfCounters(const Story& story, std::size_t step) {
    const auto& steps = story.timeline.steps;
    const auto kinds = counterKinds(story, step);
    while (step > 0 && steps[step - 1].chapter == steps[step].chapter &&
           counterKinds(story, step - 1) == kinds)
        --step;
    return step;
}

KindCount countedAt(const Moment& moment, const std::string& kind) {
    const Story& story = moment.story;
    const auto film = flow::filmSpan(windowsOf(*story.film, story.timeline));
    const PlannedStep& first = story.timeline.steps[firstOfCounters(story, moment.stepIndex)];
    const core::Instant from = instantAt(moment.chapter, first.start.seconds());
    const core::Instant until = moment.now() + 1;
    KindCount count;
    for (const flow::Movement& row : story.film->tables.movements) {
        if (row.kind != kind) continue;
        const std::int64_t left = flow::countWithin(row, {from, until}, *film);
        if (left == 0) continue;
        count.left += left;
        count.rows.push_back(&row);
        count.confidence = std::max(count.confidence, flow::drawnAs(row));
        if (left < row.count)
            count.confidence = std::max(count.confidence, core::Confidence::interpolated);
    }
    return count;
}

}  // namespace ebbflow::story
