#include "intake/map_files.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "intake/label_point.hpp"

namespace ebbflow::intake {

namespace {

using OrderedJson = nlohmann::ordered_json;

/// A tenth of a metre.
double rounded(double degrees) {
    constexpr double kSteps = 1e6;
    return std::round(degrees * kSteps) / kSteps;
}

OrderedJson pointOf(glm::dvec2 p) {
    return {rounded(p.x), rounded(p.y)};
}

OrderedJson ringOf(const geo::Ring& ring) {
    OrderedJson points = OrderedJson::array();
    for (const glm::dvec2 p : ring) points.push_back(pointOf(p));
    if (!ring.empty()) points.push_back(pointOf(ring.front()));
    return points;
}

OrderedJson shapeOf(const geo::Feature& area) {
    OrderedJson parts = OrderedJson::array();
    for (const geo::Polygon& polygon : area.polygons) {
        OrderedJson rings = OrderedJson::array();
        for (const geo::Ring& ring : polygon.rings) rings.push_back(ringOf(ring));
        parts.push_back(std::move(rings));
    }
    return {{"type", "MultiPolygon"}, {"coordinates", std::move(parts)}};
}

/// Names and days as our columns have them.
OrderedJson propertiesOf(const geo::Feature& area) {
    OrderedJson properties = OrderedJson::object();
    for (const auto& [language, word] : area.name.words)
        properties[language.empty() ? "name" : "name_" + language] = word;
    if (area.valid.from) properties["valid_from"] = core::toString(*area.valid.from);
    if (area.valid.to) properties["valid_to"] = core::toString(*area.valid.to);
    return properties;
}

std::string collection(OrderedJson features) {
    return OrderedJson{{"type", "FeatureCollection"}, {"features", std::move(features)}}.dump(
               -1, ' ', false, OrderedJson::error_handler_t::replace) +
           "\n";
}

std::string areasText(const DraftMap& map) {
    OrderedJson features = OrderedJson::array();
    for (const geo::Feature& area : map.areas)
        features.push_back(
            {{"type", "Feature"}, {"properties", propertiesOf(area)}, {"geometry", shapeOf(area)}});
    return collection(std::move(features));
}

/// About, on a sphere: square kilometres of a polygon in degrees.
double km2Of(const geo::Polygon& polygon) {
    constexpr double kKmOfADegree = 111.2;
    const geo::PlaneBox box = geo::boxOf(polygon.rings.front());
    const double lat = (box.low.y + box.high.y) / 2 * std::numbers::pi / 180;
    return geo::areaOf(polygon) * kKmOfADegree * kKmOfADegree * std::cos(lat);
}

const geo::Polygon* largestOf(const geo::Feature& area) {
    const geo::Polygon* largest = nullptr;
    for (const geo::Polygon& polygon : area.polygons) {
        if (polygon.rings.empty() || polygon.rings.front().size() < 3) continue;
        if (largest == nullptr || km2Of(polygon) > km2Of(*largest)) largest = &polygon;
    }
    return largest;
}

/// 0 = the greatest.
int rankOf(double km2) {
    constexpr double kGreat = 1e6, kMiddling = 1e5;
    return km2 >= kGreat ? 0 : km2 >= kMiddling ? 1 : 2;
}

/// The day before the next snapshot begins, where the map's own end is open.
core::Validity validOf(const DraftMap& map, const Draft& draft) {
    core::Validity valid = map.valid;
    if (!valid.from || valid.to) return valid;
    for (const DraftMap& other : draft.maps) {
        if (!other.valid.from || *other.valid.from <= *valid.from) continue;
        const core::Day before = *other.valid.from + -1;
        if (!valid.to || before < *valid.to) valid.to = before;
    }
    return valid;
}

OrderedJson namesOf(const Draft& draft) {
    OrderedJson features = OrderedJson::array();
    for (const DraftMap& map : draft.maps) {
        const core::Validity whole = validOf(map, draft);
        for (const geo::Feature& area : map.areas) {
            const geo::Polygon* largest = largestOf(area);
            if (area.name.empty() || largest == nullptr) continue;
            const auto at = labelPoint(*largest);
            if (!at) continue;
            geo::Feature name = area;
            if (!name.valid.from) name.valid.from = whole.from;
            if (!name.valid.to) name.valid.to = whole.to;
            OrderedJson properties = propertiesOf(name);
            properties["kind"] = "state";
            properties["rank"] = rankOf(km2Of(*largest));
            features.push_back({{"type", "Feature"},
                                {"properties", std::move(properties)},
                                {"geometry", {{"type", "Point"}, {"coordinates", pointOf(*at)}}}});
        }
    }
    return features;
}

std::string waysText(const Draft& draft) {
    OrderedJson features = OrderedJson::array();
    for (const DraftWay& way : draft.ways) {
        OrderedJson points = OrderedJson::array();
        for (const core::LonLat& p : way.points) points.push_back({p.lon, p.lat});
        features.push_back({{"type", "Feature"},
                            {"properties", {{"id", way.id}, {"kind", "line"}}},
                            {"geometry", {{"type", "LineString"}, {"coordinates", points}}}});
    }
    return collection(std::move(features));
}

std::string nameOfMap(const Draft& draft, std::size_t index) {
    return draft.maps.size() == 1 ? "data/states.geojson"
                                  : fmt::format("data/states-{}.geojson", index + 1);
}

bool hasNames(const Draft& draft) {
    return std::ranges::any_of(draft.maps, [](const DraftMap& map) {
        return std::ranges::any_of(map.areas,
                                   [](const geo::Feature& area) { return !area.name.empty(); });
    });
}

std::string statesText(const Draft& draft) {
    if (draft.maps.size() == 1)
        return fmt::format("    states: {}   # areas of {}\n", nameOfMap(draft, 0),
                           draft.maps[0].file);
    std::string text = "    states:\n";
    for (std::size_t i = 0; i < draft.maps.size(); ++i) {
        const DraftMap& map = draft.maps[i];
        text += fmt::format("      - {{file: {}", nameOfMap(draft, i));
        if (map.valid.from)
            text += fmt::format(", valid_from: \"{}\"", core::toString(*map.valid.from));
        if (map.valid.to) text += fmt::format(", valid_to: \"{}\"", core::toString(*map.valid.to));
        text += fmt::format("}}   # areas of {}\n", map.file);
    }
    return text;
}

}  // namespace

std::vector<FilmFile> mapFiles(const Draft& draft) {
    std::vector<FilmFile> files;
    for (std::size_t i = 0; i < draft.maps.size(); ++i)
        files.push_back({nameOfMap(draft, i), areasText(draft.maps[i])});
    if (hasNames(draft)) files.push_back({"data/names.geojson", collection(namesOf(draft))});
    if (!draft.ways.empty()) files.push_back({"data/ways.geojson", waysText(draft)});
    return files;
}

std::string mapText(const Draft& draft) {
    std::string text;
    if (!draft.maps.empty()) text += statesText(draft);
    if (hasNames(draft))
        text += "    names: data/names.geojson     # where the map writes what areas are called\n";
    if (!draft.ways.empty())
        text += "    rail: data/ways.geojson       # the ways that `route` names\n";
    return text.empty() ? text : "map:\n  layers:\n" + text;
}

}  // namespace ebbflow::intake
