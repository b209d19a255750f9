#include "frame/plan.hpp"

#include <set>

#include <fmt/format.h>

#include "frame/check_film.hpp"
#include "frame/check_screen.hpp"
#include "text/reading.hpp"

namespace ebbflow::frame {

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

std::vector<std::string> routesInUse(const Film& film, const LightPlan& lights) {
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

std::shared_ptr<const Plan> makePlan(std::shared_ptr<const Film> film,
                                     std::shared_ptr<const text::Typesetter> typesetter,
                                     const PlanOptions& options, core::Diagnostics& diagnostics) {
    const auto language = chooseLanguage(film->scene, options.language, diagnostics);
    if (language) checkFilmLanguage(*film, *language, diagnostics);
    Timeline timeline = planTimeline(
        *film, text::captionSeconds,
        options.fitLanguage && language ? std::vector{*language} : film->scene.languages,
        diagnostics);
    LightPlan lightPlan = planLights(*film, timeline, diagnostics);
    if (diagnostics.hasErrors() || !language) return nullptr;
    planFollowing(*film, timeline, lightPlan);

    Plan plan(film, Ruler(std::move(typesetter)));
    // Named places have larger dots: without words the map shall be the same in every language.
    plan.language = options.textless ? film->scene.languages.front() : *language;
    plan.textless = options.textless;
    plan.aspect = static_cast<double>(film->scene.frame.width) /
                  static_cast<double>(film->scene.frame.height);
    plan.timeline = std::move(timeline);
    plan.lightPlan = std::move(lightPlan);
    plan.sites = planSites(*film);
    plan.rings = planRings(plan.lightPlan);
    plan.routesInUse = routesInUse(*film, plan.lightPlan);
    plan.credits = planCredits(*film, plan.timeline, plan.lightPlan);
    plan.streamGraph = planStreamGraph(*film, plan.timeline, plan.lightPlan);
    plan.lights = std::make_shared<const Lights>(std::move(plan.lightPlan.lights));
    plan.charts = planCharts(*film, plan.lightPlan);
    plan.foot = planFoot(plan);
    plan.labels = planLabels(plan);
    plan.language = *language;
    checkScreen(plan, diagnostics);
    return std::make_shared<const Plan>(std::move(plan));
}

}  // namespace ebbflow::frame
