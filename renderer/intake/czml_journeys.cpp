#include <fmt/format.h>

#include "intake/journey_readers.hpp"
#include "intake/json_text_impl.hpp"

namespace ebbflow::intake {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kNumbersOfAPoint = 4;  ///< time, longitude, latitude, height

/// Of a position that moves: its points with their times.
std::vector<TimedPoint> movingPoints(const Json& position) {
    const Json& numbers = member(position, "cartographicDegrees");
    const auto epoch = instantOf(textOf(member(position, "epoch")));
    std::vector<TimedPoint> points;
    if (!numbers.is_array()) return points;
    for (std::size_t i = 0; i + kNumbersOfAPoint <= numbers.size(); i += kNumbersOfAPoint) {
        const auto at = positionOf(Json::array({numbers[i + 1], numbers[i + 2]}));
        if (!at) return {};
        TimedPoint point{*at, {}};
        if (numbers[i].is_string()) point.time = instantOf(textOf(numbers[i]));
        if (numbers[i].is_number() && epoch)
            point.time = *epoch + static_cast<std::int64_t>(numbers[i].get<double>());
        points.push_back(point);
    }
    return points;
}

void readPacket(const Json& packet, Reading& reading, Journeys& journeys) {
    const Json& position = member(packet, "position");
    if (!position.is_object()) return;
    const std::string name =
        textOf(member(packet, member(packet, "name").is_string() ? "name" : "id"));
    const Json& degrees = member(position, "cartographicDegrees");
    if (!degrees.is_array()) {
        reading.findings.passedOver.push_back(
            fmt::format("`{}`: its position is not in degrees of longitude and latitude", name));
        return;
    }
    if (degrees.size() < 2 * kNumbersOfAPoint) {
        const auto at = positionOf(degrees);
        if (!at) {
            ++journeys.faulty;
            return;
        }
        journeys.stops.push_back({name, *at, periodOf(textOf(member(packet, "availability"))), {}});
        return;
    }
    journeys.keep({name, movingPoints(position), {}});
}

}  // namespace

bool readCzml(const Document& document, Reading& reading, Journeys& journeys) {
    const auto json = parseJson(document, reading.diagnostics);
    if (!json) return false;
    for (const Json& packet : *json) readPacket(packet, reading, journeys);
    return true;
}

}  // namespace ebbflow::intake
