#include "story/figures_shown.hpp"

#include <algorithm>

#include "flow/figure_at.hpp"
#include "story/pieces.hpp"
#include "story/timeline.hpp"

namespace ebbflow::story {

namespace {

void addIdOnce(std::vector<std::string>& found, const std::string& id) {
    if (!id.empty() && std::ranges::find(found, id) == found.end()) found.push_back(id);
}

std::vector<std::string> chartIds(const Story& story, std::size_t step) {
    const scene::Screen* screen =
        screenWith(story, step, [](const scene::Screen& s) { return s.chart.has_value(); });
    return screen == nullptr || !screen->chart->piece.on ? std::vector<std::string>{}
                                                         : screen->chart->figures;
}

/// What stands on some day of the step.
void addStanding(const Story& story, std::size_t step, std::vector<std::string>& found) {
    const PlannedStep& planned = story.timeline.steps[step];
    const DateTrack& dates = story.timeline.chapters[planned.chapter].dates;
    const core::Day firstDay{static_cast<std::int64_t>(dates.dayAt(planned.start.seconds()))};
    const core::Instant first = core::startOf(firstDay);
    const core::Instant until = core::startOf(lastDayOf(story.timeline, step) + 1);
    const auto& figures = story.film->tables.figures;
    for (const std::string& id : standingIds(story, step)) {
        const flow::Figure* standing = flow::figureAt(figures, id, first);
        for (const flow::Figure& figure : figures) {
            const core::Instant shown = flow::shownFrom(figure);
            const bool stands = &figure == standing && first < flow::goneFrom(figure);
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

std::vector<std::string> standingIds(const Story& story, std::size_t step) {
    std::vector<std::string> ids = counterIds(story, step);
    const PlannedStep& planned = story.timeline.steps[step];
    for (const scene::Presence& entry :
         story.film->scene.chapters[planned.chapter].steps[planned.step].presence)
        addIdOnce(ids, entry.figure);
    return ids;
}

std::vector<std::string> sourcesOfFigures(const Story& story, std::size_t step) {
    std::vector<std::string> found;
    addStanding(story, step, found);
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
