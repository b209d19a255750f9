#include "frame/citations.hpp"

#include <algorithm>

namespace ebbflow::frame {

namespace {

void addOnce(std::vector<std::string>& found, std::string words) {
    if (!words.empty() && std::ranges::find(found, words) == found.end())
        found.push_back(std::move(words));
}

}  // namespace

std::string shortCitation(const Plan& plan, const std::string& id) {
    const auto& sources = plan.film->tables.sources;
    const auto found = std::ranges::find(sources, id, &flow::Source::id);
    if (found == sources.end()) return id;
    const std::string& whole = found->citation.inOrAny(plan.language);
    const auto bracket = whole.rfind(" (");
    return bracket != std::string::npos && bracket > 12 ? whole.substr(0, bracket) : whole;
}

std::vector<std::string> citationsOf(const Plan& plan, const PlannedStep& step) {
    std::vector<std::string> found;
    for (const auto& id : plan.film->scene.chapters[step.chapter].steps[step.step].sources)
        addOnce(found, shortCitation(plan, id));
    return found;
}

std::vector<std::string> citationsOf(const Plan& plan) {
    std::vector<std::string> found;
    for (const PlannedStep& step : plan.timeline.steps) {
        for (std::string& words : citationsOf(plan, step)) addOnce(found, std::move(words));
    }
    return found;
}

}  // namespace ebbflow::frame
