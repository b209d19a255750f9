#include "story/stream_graph.hpp"

#include <algorithm>

#include "flow/schedule.hpp"

namespace ebbflow::story {

namespace {

constexpr int kSmoothBins = 2;  // either side: yearly rows would else be boxes
constexpr int kYearsByMonth = 200;
constexpr int kMostPortions = kYearsByMonth * 12;
constexpr std::int64_t kHour = 3600;
constexpr std::int64_t kDaysByClock = 7;
constexpr std::int64_t kClockPortions = 144;  // of one day, ten minutes each

core::Instant yearStart(int year) {
    return core::startOf(core::toDay({year, 1, 1}));
}

/// Where the portions begin, and at last where they end.
using Edges = std::vector<core::Instant>;

Edges byMonths(int first, int last) {
    Edges edges;
    for (int month = 0; month <= (last + 1 - first) * 12; ++month)
        edges.push_back(core::startOf(core::toDay({first + month / 12, month % 12 + 1, 1})));
    return edges;
}

/// As many years a portion as keep their number below the most.
Edges byYears(int first, int last) {
    const std::int64_t years = std::int64_t{last} + 1 - first;
    const auto step = static_cast<int>((years + kMostPortions - 1) / kMostPortions);
    Edges edges{yearStart(first)};
    for (int year = first; year <= last;) {
        year += std::min(step, last + 1 - year);
        edges.push_back(yearStart(year));
    }
    return edges;
}

Edges byClock(const core::Span& film) {
    const core::Instant from = film.from + -(core::secondOfDay(film.from) % kHour);
    const std::int64_t hours = (film.until - from + kHour - 1) / kHour;
    const std::int64_t portions =
        kClockPortions * ((hours * kHour + core::kSecondsOfDay - 1) / core::kSecondsOfDay);
    Edges edges;
    for (std::int64_t i = 0; i <= portions; ++i)
        edges.push_back(from + hours * kHour * i / portions);
    return edges;
}

Edges edgesOf(const core::Span& film, bool clocked) {
    if (clocked && film.length() <= kDaysByClock * core::kSecondsOfDay) return byClock(film);
    const int first = core::toCivil(core::dayOf(film.from)).year;
    const int last = core::toCivil(core::dayOf(film.until + -1)).year;
    return std::int64_t{last} - first < kYearsByMonth ? byMonths(first, last)
                                                      : byYears(first, last);
}

void addMovement(std::vector<double>& perBin, const flow::Movement& movement, const Edges& edges) {
    const core::Span whole{edges.front(), edges.back()};
    const core::Span own = flow::spanOf(movement, whole);
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
        if (own.until <= edges[i]) break;
        if (edges[i + 1] <= own.from) continue;
        perBin[i] +=
            static_cast<double>(flow::countWithin(movement, {edges[i], edges[i + 1]}, whole));
    }
}

std::vector<double> smoothed(const std::vector<double>& values) {
    std::vector<double> result(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        double sum = 0, weights = 0;
        for (int k = -kSmoothBins; k <= kSmoothBins; ++k) {
            const auto j = static_cast<std::ptrdiff_t>(i) + k;
            if (j < 0 || j >= static_cast<std::ptrdiff_t>(values.size())) continue;
            const double weight = kSmoothBins + 1 - std::abs(k);
            sum += values[static_cast<std::size_t>(j)] * weight;
            weights += weight;
        }
        result[i] = sum / weights;
    }
    return result;
}

StreamBand& bandOf(StreamGraph& graph, const Kind& kind, std::size_t bins) {
    const auto same = [&](const StreamBand& b) {
        return b.hue == kind.hue && b.share == kind.look.years;
    };
    const auto found = std::ranges::find_if(graph.bands, same);
    if (found != graph.bands.end()) return *found;
    graph.bands.push_back({kind.hue, kind.look.colour, kind.look.years, std::vector<double>(bins)});
    return graph.bands.back();
}

double highestSum(const StreamGraph& graph, std::size_t bins) {
    double highest = 1;
    for (const bool below : {false, true}) {
        for (std::size_t m = 0; m < bins; ++m) {
            double sum = 0;
            for (const StreamBand& band : graph.bands)
                sum += band.share.below == below ? band.perBin[m] : 0;
            highest = std::max(highest, sum);
        }
    }
    return highest;
}

}  // namespace

double StreamGraph::positionOf(double day) const {
    const double first = core::inDays(span.from), end = core::inDays(span.until);
    return std::clamp((day - first) / (end - first), 0.0, 1.0);
}

StreamGraph planStreamGraph(const film::Film& film, const Timeline& timeline,
                            const LightPlan& lights) {
    StreamGraph graph;
    core::Span whole = timeline.chapters.front().span;
    for (const auto& chapter : timeline.chapters) {
        whole.from = std::min(whole.from, chapter.span.from);
        whole.until = std::max(whole.until, chapter.span.until);
    }
    const Edges edges = edgesOf(whole, timeline.clocked);
    const std::size_t bins = edges.size() - 1;
    graph.span = {edges.front(), edges.back()};
    graph.byClock = timeline.clocked && whole.length() <= kDaysByClock * core::kSecondsOfDay;
    for (const auto& movement : film.tables.movements) {
        if (const Kind* kind = lights.findKind(movement.kind))
            addMovement(bandOf(graph, *kind, bins).perBin, movement, edges);
    }
    for (StreamBand& band : graph.bands) band.perBin = smoothed(band.perBin);
    graph.highest = highestSum(graph, bins);
    return graph;
}

}  // namespace ebbflow::story
