#include "story/kinds_of_threads.hpp"

#include <algorithm>

namespace ebbflow::story {

std::vector<std::size_t> kindsOfThreads(const Timeline& timeline, const LightPlan& lights,
                                        std::size_t step, scene::Accumulate accumulate) {
    std::vector<std::size_t> kinds;
    if (accumulate == scene::Accumulate::no) return kinds;
    const double end = timeline.chapters[timeline.steps[step].chapter].dates.lastDay();
    for (const Way& way : lights.ways) {
        if (way.countBetween(-1e15, end) >= 1) kinds.push_back(way.kind);
    }
    std::ranges::sort(kinds);
    const auto same = std::ranges::unique(kinds);
    kinds.erase(same.begin(), same.end());
    return kinds;
}

}  // namespace ebbflow::story
