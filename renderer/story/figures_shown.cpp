#include "story/figures_shown.hpp"

#include <algorithm>
#include <limits>

#include "flow/figure_at.hpp"
#include "story/pieces.hpp"
#include "story/timeline.hpp"

namespace ebbflow::story {

namespace {

constexpr int kDaysOfAYear = 366;

void addIdOnce(std::vector<std::string>& found, const std::string& id) {
    if (!id.empty() && std::ranges::find(found, id) == found.end()) found.push_back(id);
}

std::vector<std::string> chartIds(const Story& story, std::size_t step) {
    const scene::Screen* screen =
        screenWith(story, step, [](const scene::Screen& s) { return s.chart.has_value(); });
    return screen == nullptr || !screen->chart->piece.on ? std::vector<std::string>{}
                                                         : screen->chart->figures;
}

/// Counters that stand on some day of the step.
void addCounters(const Story& story, std::size_t step, std::vector<std::string>& found) {
    const PlannedStep& planned = story.timeline.steps[step];
    const DateTrack& dates = story.timeline.chapters[planned.chapter].dates;
    const core::Day firstDay{static_cast<std::int64_t>(dates.dayAt(planned.start.seconds()))};
    const core::Instant first = core::startOf(firstDay);
    const core::Instant until = core::startOf(lastDayOf(story.timeline, step) + 1);
    const auto& figures = story.film->tables.figures;
    for (const std::string& id : counterIds(story, step)) {
        const flow::Figure* standing = flow::figureAt(figures, id, first);
        for (const flow::Figure& figure : figures) {
            const core::Instant shown = flow::shownFrom(figure);
            const bool stands = &figure == standing && first < goneFrom(figure);
            const bool comes = figure.id == id && first < shown && shown < until;
            if (!stands && !comes) continue;
            for (const std::string& source : figure.sources) addIdOnce(found, source);
        }
    }
}

}  // namespace

std::vector<std::string> counterIds(const Story& story, std::size_t step) {
    const scene::Screen* screen =
        screenWith(story, step, [](const scene::Screen& s) { return s.counters.has_value(); });
    return screen == nullptr ? std::vector<std::string>{} : *screen->counters;
}

core::Instant goneFrom(const flow::Figure& figure) {
    if (figure.date.openEnd) return {std::numeric_limits<std::int64_t>::max()};
    return core::startOf(figure.date.last() + kDaysOfAYear);
}

std::vector<std::string> sourcesOfFigures(const Story& story, std::size_t step) {
    std::vector<std::string> found;
    addCounters(story, step, found);
    const core::Instant until = core::startOf(lastDayOf(story.timeline, step) + 1);
    for (const std::string& id : chartIds(story, step)) {
        for (const flow::Figure& figure : story.film->tables.figures) {
            if (figure.id != id || until <= flow::shownFrom(figure)) continue;
            for (const std::string& source : figure.sources) addIdOnce(found, source);
        }
    }
    return found;
}

}  // namespace ebbflow::story
