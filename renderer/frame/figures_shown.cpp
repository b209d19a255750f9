#include "frame/figures_shown.hpp"

#include <algorithm>
#include <limits>

#include "flow/figure_at.hpp"
#include "frame/label_names.hpp"
#include "frame/pieces.hpp"

namespace ebbflow::frame {

namespace {

constexpr int kDaysOfAYear = 366;

void addOnce(std::vector<std::string>& found, const std::string& id) {
    if (!id.empty() && std::ranges::find(found, id) == found.end()) found.push_back(id);
}

std::vector<std::string> chartIds(const Plan& plan, std::size_t step) {
    const scene::Screen* screen =
        screenWith(plan, step, [](const scene::Screen& s) { return s.chart.has_value(); });
    return screen == nullptr || !screen->chart->piece.on ? std::vector<std::string>{}
                                                         : screen->chart->figures;
}

/// Counters that stand on some day of the step.
void addCounters(const Plan& plan, std::size_t step, std::vector<std::string>& found) {
    const PlannedStep& planned = plan.timeline.steps[step];
    const DateTrack& dates = plan.timeline.chapters[planned.chapter].dates;
    const core::Day first{static_cast<int>(dates.dayAt(planned.start.seconds()))};
    const core::Day last = lastDayOf(plan.timeline, step);
    const auto& figures = plan.film->tables.figures;
    for (const std::string& id : counterIds(plan, step)) {
        const flow::Figure* standing = flow::figureAt(figures, id, first);
        for (const flow::Figure& figure : figures) {
            const core::Day shown = flow::shownFrom(figure);
            const bool stands = &figure == standing && first < goneFrom(figure);
            const bool comes = figure.id == id && first < shown && shown <= last;
            if (!stands && !comes) continue;
            for (const std::string& source : figure.sources) addOnce(found, source);
        }
    }
}

}  // namespace

std::vector<std::string> counterIds(const Plan& plan, std::size_t step) {
    const scene::Screen* screen =
        screenWith(plan, step, [](const scene::Screen& s) { return s.counters.has_value(); });
    return screen == nullptr ? std::vector<std::string>{} : *screen->counters;
}

core::Day goneFrom(const flow::Figure& figure) {
    if (figure.date.openEnd) return {std::numeric_limits<int>::max()};
    return figure.date.last() + kDaysOfAYear;
}

std::vector<std::string> sourcesOfFigures(const Plan& plan, std::size_t step) {
    std::vector<std::string> found;
    addCounters(plan, step, found);
    const core::Day last = lastDayOf(plan.timeline, step);
    for (const std::string& id : chartIds(plan, step)) {
        for (const flow::Figure& figure : plan.film->tables.figures) {
            if (figure.id != id || last < flow::shownFrom(figure)) continue;
            for (const std::string& source : figure.sources) addOnce(found, source);
        }
    }
    return found;
}

}  // namespace ebbflow::frame
