// Tracks of GeoJSON, kepler.gl's trips among them, and of CZML.

#include <array>
#include <cmath>
#include <numbers>

#include <nlohmann/json.hpp>

#include "core/date.hpp"
#include "flow/track_parts.hpp"

namespace ebbflow::flow {

namespace {

using Json = nlohmann::json;

/// A number, or a text, as a cell.
std::string cellOf(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    return value.is_number() || value.is_boolean() ? value.dump() : std::string{};
}

std::string timeOf(const Json& value) {
    if (value.is_number()) return timeText(value.get<double>());
    return value.is_string() ? value.get<std::string>() : std::string{};
}

const Json* memberOf(const Json& object, const char* name) {
    if (!object.is_object()) return nullptr;
    const auto found = object.find(name);
    return found == object.end() ? nullptr : &*found;
}

/// Of the lines of one feature, in one list.
std::vector<const Json*> flat(const Json& list, bool nested) {
    std::vector<const Json*> items;
    for (const Json& item : list) {
        if (!nested || !item.is_array()) {
            items.push_back(&item);
            continue;
        }
        for (const Json& inner : item) items.push_back(&inner);
    }
    return items;
}

/// Times beside the points, under the names that programs give them.
std::vector<const Json*> timesBeside(const Json& feature) {
    constexpr std::array kNames{"times", "coordTimes", "timestamps", "datetimes"};
    const Json* properties = memberOf(feature, "properties");
    const Json* inner =
        properties == nullptr ? nullptr : memberOf(*properties, "coordinateProperties");
    for (const Json* place : {inner, properties, &feature}) {
        if (place == nullptr) continue;
        for (const char* name : kNames) {
            const Json* times = memberOf(*place, name);
            if (times != nullptr && times->is_array()) return flat(*times, true);
        }
    }
    return {};
}

void addLine(const Json& feature, std::vector<Track>& tracks) {
    const Json* geometry = memberOf(feature, "geometry");
    const Json* kind = geometry == nullptr ? nullptr : memberOf(*geometry, "type");
    const Json* list = geometry == nullptr ? nullptr : memberOf(*geometry, "coordinates");
    if (kind == nullptr || list == nullptr || !list->is_array()) return;
    if (*kind != "LineString" && *kind != "MultiLineString") return;
    const auto points = flat(*list, *kind == "MultiLineString");
    auto times = timesBeside(feature);
    if (times.size() != points.size()) times.clear();
    TrackMaker track;
    if (const Json* properties = memberOf(feature, "properties"); properties != nullptr) {
        for (const auto& [name, value] : properties->items())
            if (!value.is_structured()) track.property(name, cellOf(value));
    }
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Json& point = *points[i];
        if (!point.is_array() || point.size() < 2 || !point[0].is_number() || !point[1].is_number())
            continue;
        std::string time;
        if (!times.empty())
            time = timeOf(*times[i]);
        else if (constexpr std::size_t kTime = 3; point.size() > kTime)
            time = timeOf(point[kTime]);
        track.point(point[0].get<double>(), point[1].get<double>(), std::move(time));
    }
    track.finish(tracks);
}

/// Earth-centred metres as degrees; the height is of no use here.
core::LonLat degreesOf(double x, double y, double z) {
    constexpr double kTurn = 180 / std::numbers::pi;
    // Of the ellipsoid's latitude this is Bowring's first step, good to a millimetre near the
    // ground.
    constexpr double kA = 6378137, kB = 6356752.314245;
    const double p = std::hypot(x, y), t = std::atan2(z * kA, p * kB);
    const double e2 = 1 - kB * kB / (kA * kA), ep2 = kA * kA / (kB * kB) - 1;
    const double lat =
        std::atan2(z + ep2 * kB * std::pow(std::sin(t), 3), p - e2 * kA * std::pow(std::cos(t), 3));
    return {std::atan2(y, x) * kTurn, lat * kTurn};
}

/// CZML: positions in one list of numbers, four (with a time) or three (without) at a time.
class CzmlPacket {
public:
    explicit CzmlPacket(const Json& packet) : packet_(packet) {}

    void add(std::vector<Track>& tracks) const {
        const Json* name = memberOf(packet_, "name");
        TrackMaker track(name != nullptr && name->is_string() ? name->get<std::string>() : "");
        addProperties(track);
        if (const Json* position = memberOf(packet_, "position"))
            addPositions(*position, true, track);
        else if (const Json* line = memberOf(packet_, "polyline"))
            if (const Json* positions = memberOf(*line, "positions"))
                addPositions(*positions, false, track);
        if (const Json* available = memberOf(packet_, "availability");
            available != nullptr && available->is_string()) {
            const std::string span = available->get<std::string>();
            const std::size_t slash = std::min(span.find('/'), span.size());
            track.span(span.substr(0, slash), span.substr(std::min(slash + 1, span.size())));
        }
        track.finish(tracks);
    }

private:
    void addProperties(TrackMaker& track) const {
        const Json* properties = memberOf(packet_, "properties");
        if (properties == nullptr || !properties->is_object()) return;
        for (const auto& [key, value] : properties->items()) {
            const Json* number = memberOf(value, "number");
            const Json* text = memberOf(value, "string");
            const std::string cell = cellOf(number != nullptr ? *number
                                            : text != nullptr ? *text
                                                              : value);
            if (!cell.empty()) track.property(key, cell);
        }
    }

    static std::string timeAt(const Json& position, const Json& time) {
        if (!time.is_number()) return timeOf(time);
        const Json* epoch = memberOf(position, "epoch");
        if (epoch == nullptr || !epoch->is_string()) return {};
        const auto start = core::parsePeriod(epoch->get<std::string>()).period;
        if (!start) return {};
        return timeText(static_cast<double>(start->begin.from.second) + time.get<double>());
    }

    static void addPositions(const Json& position, bool timed, TrackMaker& track) {
        constexpr std::array kForms{"cartographicDegrees", "cartographicRadians", "cartesian"};
        for (std::size_t form = 0; form < kForms.size(); ++form) {
            const Json* list = memberOf(position, kForms[form]);
            if (list == nullptr || !list->is_array()) continue;
            const std::size_t ahead = timed ? 1 : 0, step = 3 + ahead;
            for (std::size_t i = 0; i + step <= list->size(); i += step) {
                std::array<double, 3> at{};
                for (std::size_t k = 0; k < at.size(); ++k) {
                    const Json& number = (*list)[i + ahead + k];
                    at[k] = number.is_number() ? number.get<double>() : NAN;
                }
                core::LonLat where{at[0], at[1]};
                if (form == 1)
                    where = {at[0] * 180 / std::numbers::pi, at[1] * 180 / std::numbers::pi};
                if (form == 2) where = degreesOf(at[0], at[1], at[2]);
                track.point(where.lon, where.lat,
                            timed ? timeAt(position, (*list)[i]) : std::string{});
            }
            return;
        }
    }

    const Json& packet_;
};

}  // namespace

std::optional<std::vector<Track>> geoJsonTracks(const std::string& text) {
    if (text.find("LineString") == std::string::npos) return std::nullopt;
    const Json root = Json::parse(text, nullptr, false);
    std::vector<Track> tracks;
    if (const Json* features = memberOf(root, "features");
        features != nullptr && features->is_array()) {
        for (const Json& feature : *features) addLine(feature, tracks);
    } else {
        addLine(root, tracks);
    }
    return tracks.empty() ? std::nullopt : std::optional(std::move(tracks));
}

std::optional<std::vector<Track>> czmlTracks(const std::string& text) {
    const Json root = Json::parse(text, nullptr, false);
    if (!root.is_array()) return std::nullopt;
    std::vector<Track> tracks;
    for (const Json& packet : root) CzmlPacket(packet).add(tracks);
    return tracks;
}

}  // namespace ebbflow::flow
