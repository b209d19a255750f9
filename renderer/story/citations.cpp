#include "story/citations.hpp"

#include <algorithm>

namespace ebbflow::story {

namespace {

void addOnce(std::vector<std::string>& found, std::string words) {
    if (!words.empty() && std::ranges::find(found, words) == found.end())
        found.push_back(std::move(words));
}

std::string wholeCitation(const Story& story, const std::string& id) {
    const auto& sources = story.film->tables.sources;
    const auto found = std::ranges::find(sources, id, &flow::Source::id);
    return found == sources.end() ? id : found->citation.inOrAny(story.shownLanguage);
}

const scene::Step& scriptOf(const Story& story, const PlannedStep& step) {
    return story.film->scene.chapters[step.chapter].steps[step.step];
}

/// The step's own, then those of its objects.
std::vector<std::string> sourcesOf(const Story& story, const PlannedStep& step) {
    std::vector<std::string> sources = scriptOf(story, step).sources;
    for (const scene::Object& object : scriptOf(story, step).objects)
        sources.insert(sources.end(), object.sources.begin(), object.sources.end());
    return sources;
}

}  // namespace

std::string shortCitation(const Story& story, const std::string& id) {
    const std::string whole = wholeCitation(story, id);
    auto bracket = whole.rfind(" (");
    if (bracket == std::string::npos) bracket = whole.rfind("（");
    return bracket != std::string::npos && bracket > 12 ? whole.substr(0, bracket) : whole;
}

std::vector<std::string> citationsOf(const Story& story, const PlannedStep& step) {
    std::vector<std::string> found;
    for (const auto& id : sourcesOf(story, step)) addOnce(found, shortCitation(story, id));
    return found;
}

std::vector<std::string> citationsOf(const Story& story) {
    std::vector<std::string> found;
    for (const PlannedStep& step : story.timeline.steps) {
        for (const auto& id : sourcesOf(story, step)) addOnce(found, wholeCitation(story, id));
        for (const scene::Object& object : scriptOf(story, step).objects)
            addOnce(found, object.image.credit.inOrAny(story.shownLanguage));
    }
    return found;
}

}  // namespace ebbflow::story
