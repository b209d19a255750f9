// A point of the map: a place's name, or degrees that say which is which.

#include "scene/key_values.hpp"

namespace ebbflow::scene {

/// As written, each of the two.
struct Degrees {
    std::optional<double> lat, lon;
};

namespace {

constexpr std::string_view kBoth = "a point needs both: {lat: 55.8, lon: 37.6}";
constexpr std::string_view kNoPair =
    "two numbers do not say which is the latitude; write {lat: 55.8, lon: 37.6} or a place's name";

std::optional<core::LonLat> readDegrees(const Reading& reading, const Field& field) {
    Degrees degrees;
    readKeys(reading, field, pointKeys(), degrees);
    if (!degrees.lat || !degrees.lon) return std::nullopt;
    return core::LonLat{*degrees.lon, *degrees.lat};
}

}  // namespace

const KeyTable<Degrees>& pointKeys() {
    static const KeyTable<Degrees> keys{
        {.id = "point", .title = "a point"},
        {
            {"lat",
             number(&Degrees::lat, -90, 90, "degrees"),
             "Degrees north.",
             "55.8",
             {.leftOut = "needed", .needed = kBoth, .otherWords = {"latitude"}, .seen = false}},
            {"lon",
             number(&Degrees::lon, -180, 180, "degrees"),
             "Degrees east.",
             "37.6",
             {.leftOut = "needed",
              .needed = kBoth,
              .otherWords = {"lng", "long", "longitude"},
              .seen = false}},
        }};
    return keys;
}

std::optional<PlaceRef> readPoint(const Reading& reading, const Field& field) {
    PlaceRef ref;
    ref.place = reading.place(field.value);
    if (field.value.isMap()) {
        ref.position = readDegrees(reading, field);
        return ref.position ? std::optional(ref) : std::nullopt;
    }
    if (field.value.isList()) {
        reading.error(field.value, std::string(kNoPair));
        return std::nullopt;
    }
    auto name = readWord(reading, field, "a place's name or {lat: …, lon: …}", "Peking");
    if (!name) return std::nullopt;
    if (isNumber(*name)) {
        reading.error(field.value, std::string(kNoPair));
        return std::nullopt;
    }
    ref.name = std::move(*name);
    return ref;
}

std::vector<PlaceRef> readPoints(const Reading& reading, const Field& field) {
    std::vector<PlaceRef> result;
    for (const Field& item : itemsOf(field)) {
        auto ref = readPoint(reading, item);
        // One message for a pair, not one for each of its numbers.
        if (!ref && item.value.isText() && isNumber(item.value.text)) return result;
        if (ref) result.push_back(std::move(*ref));
    }
    if (result.empty() && field.value.isList() && field.value.items.empty()) {
        reading.wrongType(field, "at least one place", "[Peking, Moscow]");
    }
    return result;
}

}  // namespace ebbflow::scene
