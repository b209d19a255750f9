#include "frame/citations.hpp"

#include <algorithm>

namespace ebbflow::frame {

namespace {

void addOnce(std::vector<std::string>& found, std::string words) {
    if (!words.empty() && std::ranges::find(found, words) == found.end())
        found.push_back(std::move(words));
}

std::string wholeCitation(const Plan& plan, const std::string& id) {
    const auto& sources = plan.film->tables.sources;
    const auto found = std::ranges::find(sources, id, &flow::Source::id);
    return found == sources.end() ? id : found->citation.inOrAny(plan.language);
}

const std::vector<std::string>& sourcesOf(const Plan& plan, const PlannedStep& step) {
    return plan.film->scene.chapters[step.chapter].steps[step.step].sources;
}

}  // namespace

std::string shortCitation(const Plan& plan, const std::string& id) {
    const std::string whole = wholeCitation(plan, id);
    auto bracket = whole.rfind(" (");
    if (bracket == std::string::npos) bracket = whole.rfind("（");
    return bracket != std::string::npos && bracket > 12 ? whole.substr(0, bracket) : whole;
}

std::vector<std::string> citationsOf(const Plan& plan, const PlannedStep& step) {
    std::vector<std::string> found;
    for (const auto& id : sourcesOf(plan, step)) addOnce(found, shortCitation(plan, id));
    return found;
}

std::vector<std::string> citationsOf(const Plan& plan) {
    std::vector<std::string> found;
    for (const PlannedStep& step : plan.timeline.steps) {
        for (const auto& id : sourcesOf(plan, step)) addOnce(found, wholeCitation(plan, id));
    }
    return found;
}

}  // namespace ebbflow::frame
