#include "story/stream_graph.hpp"

#include <algorithm>

#include "flow/schedule.hpp"

namespace ebbflow::story {

namespace {

constexpr int kSmoothMonths = 2;  // either side: yearly rows would else be boxes

core::Day monthStart(int firstYear, int month) {
    return core::toDay({firstYear + month / 12, month % 12 + 1, 1});
}

void addMovement(std::vector<double>& perMonth, const flow::Movement& movement, int firstYear) {
    const auto months = static_cast<int>(perMonth.size());
    const flow::Days film{monthStart(firstYear, 0), monthStart(firstYear, months) + -1};
    const flow::Days days = flow::daysOf(movement, film);
    for (int m = 0; m < months; ++m) {
        const core::Day first = monthStart(firstYear, m), last = monthStart(firstYear, m + 1) + -1;
        if (days.last < first) break;
        if (last < days.first) continue;
        perMonth[static_cast<std::size_t>(m)] +=
            static_cast<double>(flow::countWithin(movement, first, last, film));
    }
}

std::vector<double> smoothed(const std::vector<double>& values) {
    std::vector<double> result(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        double sum = 0, weights = 0;
        for (int k = -kSmoothMonths; k <= kSmoothMonths; ++k) {
            const auto j = static_cast<std::ptrdiff_t>(i) + k;
            if (j < 0 || j >= static_cast<std::ptrdiff_t>(values.size())) continue;
            const double weight = kSmoothMonths + 1 - std::abs(k);
            sum += values[static_cast<std::size_t>(j)] * weight;
            weights += weight;
        }
        result[i] = sum / weights;
    }
    return result;
}

StreamBand& bandOf(StreamGraph& graph, const Kind& kind, std::size_t months) {
    const auto same = [&](const StreamBand& b) {
        return b.hue == kind.hue && b.share == kind.look.years;
    };
    const auto found = std::ranges::find_if(graph.bands, same);
    if (found != graph.bands.end()) return *found;
    graph.bands.push_back(
        {kind.hue, kind.look.colour, kind.look.years, std::vector<double>(months)});
    return graph.bands.back();
}

double highestSum(const StreamGraph& graph, std::size_t months) {
    double highest = 1;
    for (const bool below : {false, true}) {
        for (std::size_t m = 0; m < months; ++m) {
            double sum = 0;
            for (const StreamBand& band : graph.bands)
                sum += band.share.below == below ? band.perMonth[m] : 0;
            highest = std::max(highest, sum);
        }
    }
    return highest;
}

}  // namespace

double StreamGraph::positionOf(double day) const {
    const double first = core::toDay({firstYear, 1, 1}).number;
    const double end = core::toDay({lastYear + 1, 1, 1}).number;
    return std::clamp((day - first) / (end - first), 0.0, 1.0);
}

StreamGraph planStreamGraph(const film::Film& film, const Timeline& timeline,
                            const LightPlan& lights) {
    StreamGraph graph;
    core::Day first = timeline.chapters.front().firstDay, last = timeline.chapters.front().lastDay;
    for (const auto& chapter : timeline.chapters) {
        first = std::min(first, chapter.firstDay);
        last = std::max(last, chapter.lastDay);
    }
    graph.firstYear = core::toCivil(first).year;
    graph.lastYear = core::toCivil(last).year;
    const auto months = static_cast<std::size_t>(graph.lastYear - graph.firstYear + 1) * 12;
    for (const auto& movement : film.tables.movements) {
        if (const Kind* kind = lights.findKind(movement.kind)) {
            addMovement(bandOf(graph, *kind, months).perMonth, movement, graph.firstYear);
        }
    }
    for (StreamBand& band : graph.bands) band.perMonth = smoothed(band.perMonth);
    graph.highest = highestSum(graph, months);
    return graph;
}

}  // namespace ebbflow::story
