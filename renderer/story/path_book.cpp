#include "story/path_book.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace ebbflow::story {

const PathEntry& PathBook::entryFor(const flow::Movement& movement, const Kind& kind,
                                    LightPlan& plan) {
    if (movement.way) {
        const auto own = ownEntries_.find(movement.way.get());
        if (own != ownEntries_.end()) return own->second;
        return ownEntries_.emplace(movement.way.get(), makeEntry(movement, {}, plan)).first->second;
    }
    const std::string& route = movement.route.empty() ? kind.along : movement.route;
    const auto key = std::tuple(movement.from.position.lon, movement.from.position.lat,
                                movement.to.position.lon, movement.to.position.lat, route);
    const auto found = entries_.find(key);
    if (found != entries_.end()) return found->second;
    return entries_.emplace(key, makeEntry(movement, route, plan)).first->second;
}

namespace {

/// Whether a journey goes along a route as that is drawn.
bool goesAlong(const flow::Movement& movement, const geo::Route& route) {
    const core::LonLat first = route.points.front(), last = route.points.back();
    const core::LonLat from = movement.from.position, to = movement.to.position;
    return (to.lon - from.lon) * (last.lon - first.lon) +
               (to.lat - from.lat) * (last.lat - first.lat) >=
           0;
}

}  // namespace

PathEntry PathBook::makeEntry(const flow::Movement& movement, const std::string& route,
                              LightPlan& plan) {
    PathEntry entry;
    entry.from = placeIndex(movement.from, plan);
    entry.to = placeIndex(movement.to, plan);
    entry.ownWay = movement.way != nullptr;
    const flow::Path path = pathOf(movement, route);
    entry.drawable = !path.parts.empty();
    if (!entry.drawable) {
        diagnostics_.warning(movement.row,
                             "this way is outside what the map's projection shows; its "
                             "lights count but are not seen");
        return entry;
    }
    entry.path = static_cast<std::uint32_t>(plan.lights.paths.size() / flow::kPathSamples);
    entry.groundKm = path.groundKm;
    if (entry.stays()) return entry;
    if (const geo::Route* along = movement.way ? nullptr : routeNamed(route, movement);
        along != nullptr && !along->points.empty())
        entry.line = along->id + (goesAlong(movement, *along) ? " there" : " back");
    const auto count = static_cast<std::uint32_t>(path.parts.size());
    for (std::uint32_t rank = 0; rank < count; ++rank) {
        const flow::PathPart& part = path.parts[rank];
        plan.lights.parts.push_back(
            {static_cast<float>(part.begin), static_cast<float>(part.end), rank, count});
        plan.lights.paths.insert(plan.lights.paths.end(), part.samples.begin(), part.samples.end());
    }
    return entry;
}

flow::Path PathBook::pathOf(const flow::Movement& movement, const std::string& route) {
    if (movement.way) return flow::makePath(film_.world->projection, *movement.way);
    return flow::makePath(film_.world->projection, movement.from.position, movement.to.position,
                          routeNamed(route, movement));
}

const geo::Route* PathBook::routeNamed(const std::string& name, const flow::Movement& movement) {
    if (name.empty()) return nullptr;
    const auto& routes = film_.world->routes;
    const auto found = std::ranges::find(routes, name, &geo::Route::id);
    if (found != routes.end()) return &*found;
    if (reported_.insert(name).second) {
        std::vector<std::string> ids;
        for (const auto& route : routes) ids.push_back(route.id);
        diagnostics_.error(movement.row,
                           fmt::format("there is no route `{}`{}; the map has: {}", name,
                                       core::didYouMean(name, ids), fmt::join(ids, ", ")));
    }
    return nullptr;
}

std::uint32_t PathBook::placeIndex(const flow::Location& location, LightPlan& plan) {
    const auto key = std::pair(location.position.lon, location.position.lat);
    const auto [entry, fresh] =
        places_.try_emplace(key, static_cast<std::uint32_t>(plan.places.size()));
    if (fresh) {
        LightPlace place;
        place.id = location.placeId;
        place.position = location.position;
        const auto at = film_.world->projection.forward(location.position);
        place.onMap = at && domain_.onMap(location.position);
        place.at = at.value_or(core::MapPoint{});
        plan.places.push_back(std::move(place));
    }
    return entry->second;
}

}  // namespace ebbflow::story
