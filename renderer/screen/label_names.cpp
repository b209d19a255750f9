#include "screen/label_names.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace ebbflow::screen {

namespace {

class Namer {
public:
    Namer(const film::Film& film, const story::Timeline& timeline, std::size_t step,
          const std::string& language)
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

    void addMarked(const scene::Step& script) {
        for (const scene::Mark& mark : script.marks) {
            for (const auto& ref : mark.places) addNamed(ref);
        }
        for (const scene::Object& object : script.objects) addNamed(object.at);
    }

    void add(const geo::Place* place, bool shown, std::int64_t traffic, double underWay = 0) {
        if (place == nullptr) return;
        const auto same = std::ranges::find(found_, place->id, &NamedPlace::id);
        if (same != found_.end()) {
            same->traffic += traffic;
            same->underWay += underWay;
            return;
        }
        const auto at = film_.world->projection.forward(place->position);
        if (!at) return;
        NamedPlace named;
        named.id = place->id;
        named.at = *at;
        named.names = namesOf(*place);
        named.shown = shown;
        named.rank = place->rank;
        named.traffic = traffic;
        named.underWay = underWay;
        found_.push_back(std::move(named));
    }

    std::vector<NamedPlace> take() {
        std::ranges::stable_sort(found_, {}, [](const NamedPlace& p) {
            // What the script looks at keeps its order: the author wrote it.
            const int rank = p.shown ? 0 : p.rank;
            return std::tuple(!p.shown, p.underWay <= 0, rank, p.shown ? 0 : -p.underWay,
                              p.shown ? 0 : -p.traffic);
        });
        return std::move(found_);
    }

private:
    /// The name on the step's first day, and each that takes its place while the step lasts.
    std::vector<DatedName> namesOf(const geo::Place& place) const {
        const double start = step_.start.seconds();
        const core::Day first{static_cast<std::int64_t>(dates_.dayAt(start))};
        const core::Day last{static_cast<std::int64_t>(dates_.dayAt(step_.end().seconds()))};
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
                names.push_back(
                    {name, std::max(start, dates_.secondsAt(static_cast<double>(day.number)))});
        }
        return names;
    }

    const film::Film& film_;
    const story::PlannedStep& step_;
    const story::DateTrack& dates_;
    const std::string& language_;
    std::vector<NamedPlace> found_;
};

/// Per place of the lights, how many leave it or make for it during the step.
std::vector<double> underWayAt(const story::LightPlan& lights, const story::Timeline& timeline,
                               std::size_t step) {
    std::vector<double> counts(lights.places.size());
    for (const story::Stream& stream : lights.streams) {
        const double count = story::lightsDuring(stream, timeline, step);
        counts[stream.fromPlace] += count;
        counts[stream.toPlace] += count;
    }
    return counts;
}

}  // namespace

std::vector<NamedPlace> placesToName(const film::Film& film, const story::Timeline& timeline,
                                     std::size_t step, const scene::Camera* looked,
                                     const story::LightPlan& lights, const story::SitePlan& sites,
                                     const std::string& language) {
    Namer namer(film, timeline, step, language);
    const story::PlannedStep& planned = timeline.steps[step];
    namer.addMarked(film.scene.chapters[planned.chapter].steps[planned.step]);
    if (looked != nullptr) namer.addLooked(*looked);
    const std::vector<double> underWay = underWayAt(lights, timeline, step);
    for (std::size_t i = 0; i < lights.places.size(); ++i) {
        const story::LightPlace& place = lights.places[i];
        if (place.traffic > 0)
            namer.add(film.world->gazetteer.find(place.id), false, place.traffic, underWay[i]);
    }
    const core::Day last = story::lastDayOf(timeline, step);
    for (const story::SiteBlock& block : sites.blocks) {
        if (block.first <= last) namer.add(film.world->gazetteer.find(block.placeId), false, 1);
    }
    return namer.take();
}

}  // namespace ebbflow::screen
