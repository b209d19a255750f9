#include "geo/places.hpp"

#include <charconv>
#include <set>
#include <sstream>

namespace ebbflow::geo {

namespace {

enum Field : std::size_t { kId, kAka, kCountry, kRank };

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, ';');) {
        if (!part.empty()) parts.push_back(part);
    }
    return parts;
}

int numberOr(int fallback, const std::optional<std::string>& cell) {
    int rank = fallback;
    const std::string text = cell.value_or("");
    std::from_chars(text.data(), text.data() + text.size(), rank);
    return rank;
}

Place placeOf(const Feature& row) {
    Place place;
    place.id = row.values[kId].value_or(row.name.inOrAny("en"));
    place.position = {row.points.front().x, row.points.front().y};
    place.names.push_back({row.name, row.valid});
    place.aliases = split(row.values[kAka].value_or(""));
    place.country = row.values[kCountry].value_or("");
    place.rank = numberOr(place.rank, row.values[kRank]);
    return place;
}

}  // namespace

std::vector<std::string> placeFields() {
    return {"id", "aka", "country", "rank"};
}

void addPlaces(std::span<const Feature> rows, Gazetteer& gazetteer) {
    std::set<std::string> seen;
    for (const Feature& row : rows) {
        const Place place = placeOf(row);
        gazetteer.add(place, row.fromScript && seen.insert(place.id).second);
    }
}

std::vector<std::string> mapNameFields() {
    return {"kind", "id", "rank"};
}

std::vector<MapName> mapNamesOf(const std::vector<Feature>& rows) {
    std::vector<MapName> names;
    for (const Feature& row : rows) {
        MapName name;
        name.kind = row.values[0].value_or("state");
        name.id = row.values[1].value_or("");
        name.name = row.name;
        name.valid = row.valid;
        name.position = {row.points.front().x, row.points.front().y};
        name.rank = numberOr(MapName{}.rank, row.values[2]);
        names.push_back(std::move(name));
    }
    return names;
}

std::vector<Route> routesOf(const std::vector<Feature>& rail, std::size_t idField) {
    std::vector<Route> routes;
    for (const Feature& feature : rail) {
        Route route;
        // Tracks and lines of other programs have a name at most.
        route.id = feature.values[idField].value_or(feature.name.inOrAny("en"));
        route.name = feature.name;
        for (const Polyline& line : feature.lines) {
            for (const glm::dvec2 p : line.points) route.points.push_back({p.x, p.y});
        }
        if (!route.id.empty()) routes.push_back(std::move(route));
    }
    return routes;
}

}  // namespace ebbflow::geo
