#include "frame/label_names.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace ebbflow::frame {

namespace {

class Namer {
public:
    Namer(const Film& film, const Timeline& timeline, std::size_t step, const std::string& language)
        : film_(film),
          step_(timeline.steps[step]),
          dates_(timeline.chapters[step_.chapter].dates),
          language_(language) {}

    void addNamed(const scene::PlaceRef& ref) {
        if (!ref.position) add(film_.world->gazetteer.find(ref.name), true, 0);
    }

    void addLooked(const scene::Camera& camera) {
        for (const auto& ref : camera.show) addNamed(ref);
        if (camera.center) addNamed(*camera.center);
        for (const auto& stop : camera.path) addNamed(stop.center);
        if (camera.follow.size() != 2) return;
        for (const auto& ref : camera.follow) addNamed(ref);
    }

    void add(const geo::Place* place, bool shown, std::int64_t traffic) {
        if (place == nullptr) return;
        const auto same = std::ranges::find(found_, place->id, &NamedPlace::id);
        if (same != found_.end()) {
            same->traffic += traffic;
            return;
        }
        const auto at = film_.world->projection.forward(place->position);
        if (!at) return;
        NamedPlace named;
        named.id = place->id;
        named.at = *at;
        named.names = namesOf(*place);
        named.shown = shown;
        named.traffic = traffic;
        found_.push_back(std::move(named));
    }

    std::vector<NamedPlace> take() {
        std::ranges::stable_sort(
            found_, {}, [](const NamedPlace& p) { return std::pair(!p.shown, -p.traffic); });
        return std::move(found_);
    }

private:
    /// The name on the step's first day, and each that takes its place while the step lasts.
    std::vector<DatedName> namesOf(const geo::Place& place) const {
        const double start = step_.start.seconds();
        const core::Day first{static_cast<int>(dates_.dayAt(start))};
        const core::Day last{static_cast<int>(dates_.dayAt(step_.end().seconds()))};
        std::set<core::Day> changes;
        for (const geo::PlaceName& name : place.names) {
            if (name.valid.from) changes.insert(*name.valid.from);
            if (name.valid.to) changes.insert(*name.valid.to + 1);
        }
        std::vector<DatedName> names{{place.nameOn(first).inOrAny(language_), start}};
        for (const core::Day day : changes) {
            if (!(first < day) || last < day) continue;
            const std::string name = place.nameOn(day).inOrAny(language_);
            if (name != names.back().name)
                names.push_back({name, std::max(start, dates_.secondsAt(day.number))});
        }
        return names;
    }

    const Film& film_;
    const PlannedStep& step_;
    const DateTrack& dates_;
    const std::string& language_;
    std::vector<NamedPlace> found_;
};

}  // namespace

core::Day lastDayOf(const Timeline& timeline, std::size_t step) {
    const PlannedStep& planned = timeline.steps[step];
    const DateTrack& dates = timeline.chapters[planned.chapter].dates;
    return {static_cast<int>(dates.dayAt(planned.end().seconds()))};
}

std::vector<NamedPlace> placesToName(const Film& film, const Timeline& timeline, std::size_t step,
                                     const scene::Camera* looked, const LightPlan& lights,
                                     const SitePlan& sites, const std::string& language) {
    Namer namer(film, timeline, step, language);
    if (looked != nullptr) namer.addLooked(*looked);
    for (const LightPlace& place : lights.places) {
        if (place.traffic > 0)
            namer.add(film.world->gazetteer.find(place.id), false, place.traffic);
    }
    const core::Day last = lastDayOf(timeline, step);
    for (const SiteBlock& block : sites.blocks) {
        if (block.first <= last) namer.add(film.world->gazetteer.find(block.placeId), false, 1);
    }
    return namer.take();
}

}  // namespace ebbflow::frame
