// Names that several places have: which one a film means, by its other places.

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "geo/fold_name.hpp"
#include "geo/gazetteer.hpp"
#include "geo/great_circle.hpp"

namespace ebbflow::geo {

namespace {

/// Nearer by less than this tells nothing.
constexpr double kClearly = 0.75;

struct Choice {
    const Place* place = nullptr;
    bool byNearness = false;
};

double meanKm(const Place& place, std::span<const core::LonLat> points) {
    double sum = 0;
    for (const core::LonLat point : points) sum += greatCircleKm(place.position, point);
    return sum / static_cast<double>(points.size());
}

/// `rivals` in order of importance.
Choice choose(const std::vector<const Place*>& rivals, std::span<const core::LonLat> points) {
    if (points.empty()) return {rivals.front(), false};
    const auto km = [&](const Place* place) { return meanKm(*place, points); };
    const double nearest = km(*std::ranges::min_element(rivals, {}, km));
    const auto isNear = [&](const Place* place) { return nearest >= kClearly * km(place); };
    const auto chosen = std::ranges::find_if(rivals, isNear);
    return {*chosen, !std::ranges::all_of(rivals, isNear)};
}

/// A metropolis that the film's other places do not speak against: nobody meant the small town.
bool isPlain(const std::vector<const Place*>& rivals, const Choice& choice) {
    constexpr int kFarBelow = 4;
    return choice.place == rivals.front() && rivals[1]->rank >= rivals[0]->rank + kFarBelow;
}

std::string nameWithCountry(const Place& place) {
    return place.country.empty() ? fmt::format("`{}`", place.id)
                                 : fmt::format("`{}` ({})", place.id, place.country);
}

std::string message(const PlaceUse& use, const std::vector<const Place*>& rivals,
                    const Choice& choice) {
    constexpr std::size_t kMostNamed = 4;
    std::vector<std::string> names;
    for (const Place* place : rivals)
        if (names.size() < kMostNamed) names.push_back(nameWithCountry(*place));
    const std::size_t more = rivals.size() - names.size();
    return fmt::format(
        "`{}` may be {}{}; taking {}, {}: write the id of the one you mean, or its country after a "
        "comma, to be sure",
        use.name, fmt::join(names, " or "),
        more > 0 ? fmt::format(" or {} more", more) : std::string{}, nameWithCountry(*choice.place),
        choice.byNearness                    ? "the nearest to the film's other places"
        : rivals[0]->rank == rivals[1]->rank ? "the first of several as important"
                                             : "the most important");
}

}  // namespace

void Gazetteer::settle(std::span<const PlaceUse> uses, std::span<const core::LonLat> others,
                       core::Diagnostics& diagnostics) {
    std::vector<core::LonLat> points(others.begin(), others.end());
    std::vector<const PlaceUse*> open;
    std::set<std::string> seen;
    for (const PlaceUse& use : uses) {
        if (!seen.insert(foldName(use.name)).second) continue;
        if (!rivals(use.name).empty())
            open.push_back(&use);
        else if (const Place* place = find(use.name))
            points.push_back(place->position);
    }
    for (const PlaceUse* use : open) {
        const std::vector<const Place*> all = rivals(use->name);
        const Choice choice = choose(all, points);
        settled_[foldName(use->name)] = choice.place->id;
        if (!isPlain(all, choice)) diagnostics.warning(use->where, message(*use, all, choice));
    }
}

}  // namespace ebbflow::geo
