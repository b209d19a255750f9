#include "story/story.hpp"

#include <set>

#include <fmt/format.h>

#include "film/check_film.hpp"
#include "story/plan_lights.hpp"
#include "text/reading.hpp"

namespace ebbflow::story {

namespace {

/// The film's language that `wanted` names, exactly or by prefix.
std::optional<std::string> chooseLanguage(const scene::Scene& scene, const std::string& wanted,
                                          core::Diagnostics& diagnostics) {
    if (wanted.empty()) return scene.languages.front();
    for (const std::string& tag : scene.languages) {
        if (core::sameLanguage(tag, wanted)) return tag;
    }
    diagnostics.error(
        {scene.file, 0, 0},
        fmt::format("the film has no language `{}`{}; it has {}", wanted,
                    core::didYouMean(wanted, scene.languages), fmt::join(scene.languages, ", ")));
    return std::nullopt;
}

std::vector<std::string> routesInUse(const film::Film& film, const LightPlan& lights) {
    std::set<std::string> routes;
    for (const auto& movement : film.tables.movements) {
        if (!movement.route.empty()) routes.insert(movement.route);
    }
    for (const Kind& kind : lights.kinds) {
        if (!kind.along.empty()) routes.insert(kind.along);
    }
    return {routes.begin(), routes.end()};
}

}  // namespace

std::optional<Story> makeStory(std::shared_ptr<const film::Film> film, const StoryOptions& options,
                               core::Diagnostics& diagnostics) {
    const auto language = chooseLanguage(film->scene, options.language, diagnostics);
    if (language) film::checkFilmLanguage(*film, *language, diagnostics);
    Story story;
    story.timeline = planTimeline(
        *film, text::captionSeconds,
        options.fitLanguage && language ? std::vector{*language} : film->scene.languages,
        diagnostics);
    story.lightPlan = planLights(*film, story.timeline, diagnostics);
    story.presence = planPresence(*film, story.timeline, story.lightPlan, diagnostics);
    if (diagnostics.hasErrors() || !language) return std::nullopt;
    planFollowing(*film, story.timeline, story.lightPlan);

    story.language = *language;
    story.shownLanguage = options.textless ? film->scene.languages.front() : *language;
    story.textless = options.textless;
    story.aspect = static_cast<double>(film->scene.frame.width) /
                   static_cast<double>(film->scene.frame.height);
    story.sites = planSites(*film);
    story.rings = planRings(story.lightPlan);
    story.routesInUse = routesInUse(*film, story.lightPlan);
    story.credits = planCredits(*film, story.timeline, story.lightPlan, story.presence);
    story.streamGraph = planStreamGraph(*film, story.timeline, story.lightPlan);
    story.lights = std::make_shared<const picture::Lights>(std::move(story.lightPlan.lights));
    story.charts = planCharts(*film, story.lightPlan);
    story.words = text::WordTable(film->scene.words);
    story.film = std::move(film);
    return story;
}

}  // namespace ebbflow::story
