#include "story/fit_projection.hpp"

#include "geo/fitting_projection.hpp"

namespace ebbflow::story {

namespace {

class Shown {
public:
    explicit Shown(const film::Film& film) : film_(film) {}

    std::vector<core::LonLat> places() {
        for (const flow::Site& site : film_.tables.sites) places_.push_back(site.at.position);
        for (const flow::Movement& movement : film_.tables.movements) {
            if (movement.way)
                places_.insert(places_.end(), movement.way->points.begin(),
                               movement.way->points.end());
        }
        for (const scene::Chapter& chapter : film_.scene.chapters) {
            for (const scene::Step& step : chapter.steps) {
                if (step.camera) add(*step.camera);
            }
        }
        return std::move(places_);
    }

private:
    void add(const scene::Camera& camera) {
        for (const auto& ref : camera.show) add(ref);
        for (const auto& stop : camera.path) add(stop.center);
        if (camera.center) add(*camera.center);
        if (camera.follow.size() < 2) return;
        for (const auto& ref : camera.follow) add(ref);
    }

    /// Unknown names are reported elsewhere.
    void add(const scene::PlaceRef& ref) {
        if (ref.position) {
            places_.push_back(*ref.position);
        } else if (const geo::Place* place = film_.world->gazetteer.find(ref.name)) {
            places_.push_back(place->position);
        }
    }

    const film::Film& film_;
    std::vector<core::LonLat> places_;
};

}  // namespace

std::string projectionFor(const film::Film& film, std::span<const core::LonLat> otherwise) {
    std::vector<geo::Passage> passages;
    for (const flow::Movement& movement : film.tables.movements) {
        passages.push_back(
            {movement.from.position, movement.to.position, static_cast<double>(movement.count)});
    }
    const std::vector<core::LonLat> places = Shown(film).places();
    const bool none = places.empty() && passages.empty();
    return geo::fittingProjection(none ? otherwise : std::span(places), passages);
}

}  // namespace ebbflow::story
