#include "film/check_film.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "film/check_domain.hpp"
#include "film/check_states_known.hpp"
#include "film/kind_names.hpp"
#include "film/named_places.hpp"
#include "scene/check_scene.hpp"
#include "text/reading.hpp"
#include "text/words.hpp"

namespace ebbflow::film {

namespace {

template <typename Rows, typename Get>
std::vector<std::string> names(const Rows& rows, Get get) {
    std::set<std::string> distinct;
    for (const auto& row : rows) distinct.insert(get(row));
    return {distinct.begin(), distinct.end()};
}

/// The plan would say it too, but only of a film that is otherwise without fault.
void checkCameraPlaces(const Film& film, core::Diagnostics& diagnostics) {
    const auto check = [&](const scene::PlaceRef& ref) {
        if (!ref.position) (void)film.world->gazetteer.require(ref.name, ref.place, diagnostics);
    };
    const auto checkFollow = [&](const std::vector<scene::PlaceRef>& follow) {
        if (follow.size() != 1 || isKindOf(film, follow.front().name)) return;
        const auto& routes = film.world->routes;
        if (std::ranges::find(routes, follow.front().name, &geo::Route::id) == routes.end())
            reportUnknownFollow(film, follow.front(), diagnostics);
    };
    eachPlaceRef(film.scene, check);
    for (const auto& chapter : film.scene.chapters) {
        for (const auto& step : chapter.steps)
            if (step.camera) checkFollow(step.camera->follow);
    }
}

/// The plan would say it too, but only of a film that is otherwise without fault.
class RouteCheck {
public:
    RouteCheck(const Film& film, core::Diagnostics& diagnostics) : diagnostics_(diagnostics) {
        for (const auto& route : film.world->routes) routes_.push_back(route.id);
    }

    /// Each unknown name once, where it comes first.
    void route(const std::string& name, const core::SourcePlace& place) {
        if (name.empty() || std::ranges::find(routes_, name) != routes_.end()) return;
        if (!reported_.insert(name).second) return;
        diagnostics_.error(place,
                           fmt::format("there is no route `{}`{}; the map has: {}", name,
                                       core::didYouMean(name, routes_), fmt::join(routes_, ", ")));
    }

private:
    core::Diagnostics& diagnostics_;
    std::vector<std::string> routes_;
    std::set<std::string> reported_;
};

void checkRoutes(const Film& film, core::Diagnostics& diagnostics) {
    RouteCheck check(film, diagnostics);
    for (const auto& flow : film.scene.flows) check.route(flow.along, flow.place);
    for (const auto& movement : film.tables.movements) check.route(movement.route, movement.row);
}

template <typename Visit>
void eachScreen(scene::Scene& scene, Visit visit) {
    visit(scene.screen);
    for (auto& chapter : scene.chapters) {
        visit(chapter.screen);
        for (auto& step : chapter.steps) visit(step.screen);
    }
}

void forgetFigures(scene::Scene& scene) {
    eachScreen(scene, [](scene::Screen& screen) {
        screen.counters.reset();
        if (screen.chart) screen.chart->figures.clear();
    });
}

void forgetKinds(scene::Scene& scene) {
    eachScreen(scene, [](scene::Screen& screen) {
        screen.counterKinds.clear();
        if (screen.chart) screen.chart->kinds.clear();
    });
    for (auto& flow : scene.flows) flow.like.clear();
    for (auto& chapter : scene.chapters) {
        for (auto& step : chapter.steps) {
            step.focus.clear();
            step.ambience.clear();
            step.presence.clear();
            if (step.camera && step.camera->follow.size() == 1) step.camera->follow.clear();
        }
    }
}

/// Without shapes loaded there are no states to know.
void checkHighlight(const Film& film, core::Diagnostics& diagnostics) {
    std::set<std::string> known;
    for (const auto& area : film.world->states.areas) {
        known.insert(area.id);
        for (const auto& [language, name] : area.name.words) known.insert(name);
    }
    if (known.empty()) return;
    const std::vector<std::string> names(known.begin(), known.end());
    for (const std::string& wanted : film.scene.map.highlight) {
        if (known.contains(wanted)) continue;
        diagnostics.error(film.scene.map.highlightPlace,
                          fmt::format("`highlight`: the map has no state `{}`{}", wanted,
                                      core::didYouMean(wanted, names)));
    }
}

scene::KnownNames knownNames(const Film& film) {
    return {names(film.tables.movements, [](const auto& m) { return m.kind; }),
            names(film.tables.figures, [](const auto& f) { return f.id; }),
            names(film.tables.sources, [](const auto& s) { return s.id; })};
}

}  // namespace

void checkFilm(const Film& film, core::Diagnostics& diagnostics) {
    scene::checkScene(film.scene, knownNames(film), text::readingSeconds, diagnostics);
    checkCameraPlaces(film, diagnostics);
    checkDomain(film, diagnostics);
    checkStatesKnown(film, diagnostics);
    checkRoutes(film, diagnostics);
    checkHighlight(film, diagnostics);
}

void checkFilmParts(Film& film, const std::set<std::string, std::less<>>& lacking,
                    core::Diagnostics& diagnostics) {
    if (lacking.contains("movements") || lacking.contains("flows")) forgetKinds(film.scene);
    if (lacking.contains("figures")) forgetFigures(film.scene);
    if (lacking.contains("sources")) film.scene.sources = {};
    scene::checkNames(film.scene, knownNames(film), diagnostics);
    if (lacking.contains("map")) return;
    checkRoutes(film, diagnostics);
    if (!lacking.contains("places")) checkCameraPlaces(film, diagnostics);
}

void checkFilmLanguage(const Film& film, const std::string& language,
                       core::Diagnostics& diagnostics) {
    const auto missing = text::WordTable(film.scene.words).missing(language);
    scene::checkLanguage(film.scene, language, missing, diagnostics);
}

}  // namespace ebbflow::film
