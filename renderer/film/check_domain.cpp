#include "film/check_domain.hpp"

#include <fmt/format.h>

#include "geo/domain.hpp"

namespace ebbflow::film {

namespace {

std::vector<const scene::PlaceRef*> placesOf(const scene::Camera& camera) {
    std::vector<const scene::PlaceRef*> places;
    for (const auto& ref : camera.show) places.push_back(&ref);
    for (const auto& stop : camera.path) places.push_back(&stop.center);
    if (camera.center) places.push_back(&*camera.center);
    return places;
}

class DomainCheck {
public:
    DomainCheck(const Film& film, core::Diagnostics& diagnostics)
        : film_(film), diagnostics_(diagnostics), domain_(geo::domainOf(film.world->projection)) {}

    void camera(const scene::Camera& camera) {
        std::vector<std::string> outside;
        const auto places = placesOf(camera);
        for (const scene::PlaceRef* ref : places) {
            const auto at = positionOf(*ref);
            if (!at || domain_.onMap(*at)) continue;
            outside.push_back(ref->position ? fmt::format("{}, {}", at->lat, at->lon)
                                            : fmt::format("`{}`", ref->name));
        }
        if (outside.empty()) return;
        const bool all = outside.size() == places.size();
        std::string message =
            fmt::format("{} {} outside what the map's projection shows ({}); choose another",
                        fmt::join(outside, ", "), outside.size() == 1 ? "is" : "are",
                        film_.world->projection.definition());
        if (all)
            diagnostics_.error(camera.place, std::move(message));
        else
            diagnostics_.warning(camera.place, std::move(message));
    }

private:
    /// Unknown names are reported elsewhere.
    [[nodiscard]] std::optional<core::LonLat> positionOf(const scene::PlaceRef& ref) const {
        if (ref.position) return ref.position;
        const geo::Place* place = film_.world->gazetteer.find(ref.name);
        return place == nullptr ? std::nullopt : std::optional(place->position);
    }

    const Film& film_;
    core::Diagnostics& diagnostics_;
    geo::Domain domain_;
};

}  // namespace

void checkDomain(const Film& film, core::Diagnostics& diagnostics) {
    DomainCheck check(film, diagnostics);
    for (const auto& chapter : film.scene.chapters) {
        for (const auto& step : chapter.steps) {
            if (step.camera) check.camera(*step.camera);
        }
    }
}

}  // namespace ebbflow::film
