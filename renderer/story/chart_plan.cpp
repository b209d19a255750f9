#include "story/chart_plan.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "flow/figure_at.hpp"
#include "flow/schedule.hpp"
#include "picture/easing.hpp"

namespace ebbflow::story {

namespace {

// Figures have no kind, so they take the art direction's four hues in turn.
constexpr std::array<std::string_view, 4> kHues{"gold", "cyan", "vermilion", "violet"};

core::Instant startOfMonth(int year, int month) {
    const int years = (month - 1) / 12;
    return core::startOf(core::toDay({year + years, (month - 1) % 12 + 1, 1}));
}

double dayOf(int year) {
    return core::inDays(startOfMonth(year, 1));
}

/// A total over an interval stands at its end, as on the counters; all else at its own date.
ChartPoint pointOf(const flow::Figure& figure) {
    ChartPoint point;
    const core::Period& date = figure.date;
    point.first = core::inDays(flow::shownFrom(figure));
    point.last = date.interval || date.openEnd ? point.first + 1 : core::inDays(date.span().until);
    point.value = figure.value;
    point.confidence = figure.confidence;
    return point;
}

ChartSeries seriesOfFigure(const film::Film& film, const std::string& id, std::size_t index) {
    ChartSeries series;
    series.colour = core::parseColour(kHues[index % kHues.size()]).value_or(core::Colour{});
    for (const flow::Figure& figure : film.tables.figures) {
        if (figure.id != id) continue;
        series.points.push_back(pointOf(figure));
        if (series.name.empty()) series.name = figure.label;
    }
    std::ranges::stable_sort(series.points, {}, &ChartPoint::middle);
    return series;
}

std::pair<int, int> yearsOf(const std::vector<flow::Movement>& movements, const std::string& kind) {
    int first = 0, last = -1;
    for (const flow::Movement& movement : movements) {
        if (movement.kind != kind || flow::isUndated(movement)) continue;
        const int from = core::toCivil(movement.when.first()).year;
        const int to = core::toCivil(movement.when.last()).year;
        first = last < first ? from : std::min(first, from);
        last = std::max(last, to);
    }
    return {first, last};
}

/// Counts by month and by confidence, of one kind.
struct Year {
    std::array<double, 12> months{};
    std::map<core::Confidence, double> confidences;
};

ChartPoint pointOf(const Year& counted, int year) {
    ChartPoint point;
    point.first = dayOf(year);
    point.last = dayOf(year + 1);
    double sum = 0;
    for (const double month : counted.months) {
        sum += month;
        point.byMonth.push_back(sum);
    }
    point.value = sum;
    for (double& share : point.byMonth) share /= std::max(sum, 1.0);
    const auto most = std::ranges::max_element(counted.confidences, {},
                                               [](const auto& entry) { return entry.second; });
    if (most != counted.confidences.end()) point.confidence = most->first;
    return point;
}

void count(const flow::Movement& movement, const core::Span& film, int year, Year& counted) {
    for (int month = 1; month <= 12; ++month) {
        const core::Span span{startOfMonth(year, month), startOfMonth(year, month + 1)};
        const auto people = static_cast<double>(flow::countWithin(movement, span, film));
        if (people <= 0) continue;
        counted.months[static_cast<std::size_t>(month - 1)] += people;
        counted.confidences[movement.confidence] += people;
    }
}

ChartSeries seriesOfKind(const film::Film& film, const std::string& name, const LightPlan& lights) {
    ChartSeries series;
    const Kind* kind = lights.findKind(name);
    if (kind == nullptr) return series;
    series.name = kind->label;
    series.colour = kind->look.colour;
    const auto [first, last] = yearsOf(film.tables.movements, name);
    const core::Span whole{startOfMonth(first, 1), startOfMonth(last + 1, 1)};
    for (int year = first; year <= last; ++year) {
        Year counted;
        for (const flow::Movement& movement : film.tables.movements) {
            if (movement.kind == name && !flow::isUndated(movement))
                count(movement, whole, year, counted);
        }
        series.points.push_back(pointOf(counted, year));
    }
    return series;
}

void setAxes(ChartPlan& chart) {
    double first = 1e15, last = -1e15, highest = 0;
    for (const ChartSeries& series : chart.series) {
        for (const ChartPoint& point : series.points) {
            first = std::min(first, point.first);
            last = std::max(last, point.last);
            highest = std::max(highest, point.value);
        }
    }
    chart.firstYear = core::toCivil({static_cast<std::int64_t>(first)}).year;
    chart.lastYear = core::toCivil({static_cast<std::int64_t>(last) - 1}).year;
    // The smallest round step of which at most four reach over the highest point.
    for (double decade = 1; decade < 1e12; decade *= 10) {
        for (const double step : {1.0, 2.0, 5.0}) {
            if (step * decade * 4 < highest) continue;
            chart.step = step * decade;
            chart.top = std::max(1.0, std::ceil(highest / chart.step)) * chart.step;
            return;
        }
    }
}

void add(std::vector<ChartPlan>& charts, const film::Film& film, const LightPlan& lights,
         const std::optional<scene::Chart>& script) {
    if (!script || !script->piece.on) return;
    ChartPlan chart;
    chart.script = &*script;
    for (std::size_t i = 0; i < script->figures.size(); ++i)
        chart.series.push_back(seriesOfFigure(film, script->figures[i], i));
    for (const std::string& kind : script->kinds)
        chart.series.push_back(seriesOfKind(film, kind, lights));
    std::erase_if(chart.series, [](const ChartSeries& series) { return series.points.empty(); });
    if (chart.series.empty()) return;
    setAxes(chart);
    charts.push_back(std::move(chart));
}

}  // namespace

double ChartPoint::grownBy(double day) const {
    const double share = picture::clamp01((day - first) / std::max(1.0, last - first));
    if (byMonth.empty()) return share;
    const double month = share * static_cast<double>(byMonth.size());
    const auto whole = std::min(static_cast<std::size_t>(month), byMonth.size() - 1);
    const double before = whole > 0 ? byMonth[whole - 1] : 0;
    return picture::mix(before, byMonth[whole],
                        picture::clamp01(month - static_cast<double>(whole)));
}

double ChartPlan::positionOf(double day) const {
    const double first = dayOf(firstYear), end = dayOf(lastYear + 1);
    return picture::clamp01((day - first) / (end - first));
}

std::vector<ChartPlan> planCharts(const film::Film& film, const LightPlan& lights) {
    std::vector<ChartPlan> charts;
    add(charts, film, lights, film.scene.screen.chart);
    for (const auto& chapter : film.scene.chapters) {
        add(charts, film, lights, chapter.screen.chart);
        for (const auto& step : chapter.steps) add(charts, film, lights, step.screen.chart);
    }
    return charts;
}

}  // namespace ebbflow::story
