#include "story/light_plan.hpp"

#include <algorithm>

namespace ebbflow::story {

const Kind* LightPlan::findKind(std::string_view name) const {
    const auto found = std::ranges::find(kinds, name, &Kind::name);
    return found == kinds.end() ? nullptr : &*found;
}

double lightsDuring(const Stream& stream, const Timeline& timeline, std::size_t step) {
    const PlannedStep& planned = timeline.steps[step];
    // Journeys of before the last break are left behind there, and never seen to arrive.
    const auto since = static_cast<float>(timeline.flightsOf(planned.chapter).from);
    const auto begin = static_cast<float>(timeline.clock.at(planned.start.seconds()));
    const auto end = static_cast<float>(timeline.clock.at(planned.end().seconds()));
    const auto between = [](const std::vector<float>& times, float from, float to) {
        return std::ranges::lower_bound(times, to) - std::ranges::lower_bound(times, from);
    };
    const auto left = between(stream.departures, since, end);
    const auto over = between(stream.arrivals, since, begin);
    return static_cast<double>(std::max<std::ptrdiff_t>(0, left - over));
}

std::vector<picture::LightRange> lightsUnderWay(const picture::Lights& lights, double seconds,
                                                double since) {
    std::vector<picture::LightRange> ranges;
    for (const picture::LightGroup& group : lights.groups) {
        const auto begin = lights.vertices.begin() + group.first;
        const auto end = begin + group.count;
        const auto first = std::lower_bound(
            begin, end, std::max(seconds - group.longest, since),
            [](const picture::LightVertex& v, double t) { return v.departure < t; });
        const auto last = std::upper_bound(
            first, end, seconds,
            [](double t, const picture::LightVertex& v) { return t < v.departure; });
        if (first == last) continue;
        ranges.push_back({static_cast<std::uint32_t>(first - lights.vertices.begin()),
                          static_cast<std::uint32_t>(last - first)});
    }
    return ranges;
}

}  // namespace ebbflow::story
