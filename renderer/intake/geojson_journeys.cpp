#include <algorithm>
#include <array>
#include <cmath>

#include "core/plain_text.hpp"
#include "intake/dates.hpp"
#include "intake/journey_readers.hpp"
#include "intake/json_text_impl.hpp"

namespace ebbflow::intake {

namespace {

using Json = nlohmann::json;

/// Seconds since 1970, or milliseconds where they are too many for seconds.
std::optional<core::Instant> instantOfNumber(double value) {
    constexpr double kMostSeconds = 1e11;
    if (!std::isfinite(value)) return std::nullopt;
    if (std::abs(value) > kMostSeconds) value /= 1000;
    if (std::abs(value) > kMostSeconds) return std::nullopt;
    return core::Instant{static_cast<std::int64_t>(std::floor(value))};
}

std::optional<core::Instant> timeOf(const Json& value) {
    if (value.is_number()) return instantOfNumber(value.get<double>());
    return value.is_string() ? instantOf(value.get<std::string>()) : std::nullopt;
}

/// A property by the first of several names, without regard to case.
std::string propertyOf(const Json& properties, std::span<const std::string_view> names) {
    if (!properties.is_object()) return {};
    for (const std::string_view name : names) {
        for (const auto& [key, value] : properties.items()) {
            if (core::lower(key) == name && !textOf(value).empty()) return textOf(value);
        }
    }
    return {};
}

constexpr auto kNames =
    std::to_array<std::string_view>({"name", "title", "label", "place", "id", "vendor"});
constexpr auto kDates = std::to_array<std::string_view>(
    {"when", "date", "time", "timestamp", "datetime", "year", "start", "begin", "start_date"});
constexpr auto kEndDates = std::to_array<std::string_view>({"end", "end_date", "until"});
constexpr auto kJourneys =
    std::to_array<std::string_view>({"journey", "track", "trip", "vehicle", "ship", "person"});

std::optional<core::Period> datesOf(const Json& properties) {
    const std::string text = propertyOf(properties, kDates);
    auto when = periodOf(text);
    if (!when && text.size() > 8) {
        if (const auto number = timeOf(Json::parse(text, nullptr, false)))
            when = periodOf(clockText(*number));
    }
    const auto end = periodOf(propertyOf(properties, kEndDates));
    if (!when || !end || when->interval || end->span().until < when->span().until) return when;
    when->interval = true;
    when->end = end->end;
    return when;
}

/// The list of times beside a feature's coordinates, where it has one.
const Json& timesBeside(const Json& properties) {
    for (const char* name : {"times", "timestamps", "coordTimes"}) {
        if (const Json& times = member(properties, name); times.is_array()) return times;
    }
    return member(member(properties, "coordinateProperties"), "times");
}

class FeatureReader {
public:
    FeatureReader(Journeys& journeys) : journeys_(journeys) {}

    void read(const Json& object) {
        const Json& type = member(object, "type");
        if (type == "FeatureCollection") {
            for (const Json& feature : member(object, "features")) read(feature);
        } else if (type == "Feature") {
            properties_ = &member(object, "properties");
            geometry(member(object, "geometry"));
        }
    }

private:
    void geometry(const Json& shape) {
        const Json& type = member(shape, "type");
        const Json& coordinates = member(shape, "coordinates");
        if (type == "Point") {
            point(coordinates);
        } else if (type == "LineString") {
            line(coordinates, timesBeside(*properties_));
        } else if (type == "MultiLineString" || type == "MultiPoint") {
            const Json& times = timesBeside(*properties_);
            for (std::size_t i = 0; i < coordinates.size(); ++i) {
                if (type == "MultiPoint") {
                    point(coordinates[i]);
                } else {
                    line(coordinates[i], times.is_array() && i < times.size() && times[i].is_array()
                                             ? times[i]
                                             : Json());
                }
            }
        } else if (type != "Polygon" && type != "MultiPolygon") {
            ++journeys_.faulty;
        }
    }

    void point(const Json& coordinates) {
        const auto at = positionOf(coordinates);
        if (!at) {
            ++journeys_.faulty;
            return;
        }
        journeys_.stops.push_back({propertyOf(*properties_, kNames), *at, datesOf(*properties_),
                                   propertyOf(*properties_, kJourneys)});
    }

    void line(const Json& coordinates, const Json& times) {
        Track track{propertyOf(*properties_, kNames), {}, datesOf(*properties_)};
        const bool beside = times.is_array() && times.size() == coordinates.size();
        for (std::size_t i = 0; coordinates.is_array() && i < coordinates.size(); ++i) {
            const auto at = positionOf(coordinates[i]);
            if (!at) {
                ++journeys_.faulty;
                return;
            }
            TimedPoint timed{*at, {}};
            if (beside) timed.time = timeOf(times[i]);
            if (!beside && coordinates[i].size() > 3) timed.time = timeOf(coordinates[i][3]);
            track.points.push_back(timed);
        }
        journeys_.keep(std::move(track));
    }

    Journeys& journeys_;
    const Json* properties_ = nullptr;
};

}  // namespace

bool readGeoJson(const Document& document, Reading& reading, Journeys& journeys) {
    const auto json = parseJson(document, reading.diagnostics);
    if (!json) return false;
    FeatureReader(journeys).read(*json);
    return true;
}

}  // namespace ebbflow::intake
