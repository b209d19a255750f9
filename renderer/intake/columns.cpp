#include "intake/columns.hpp"

#include <algorithm>
#include <array>

#include "core/plain_text.hpp"

namespace ebbflow::intake {

namespace {

struct Role {
    std::string_view name;
    std::vector<std::string_view> columns;  ///< in order of preference
};

/// Names in lower case, with `_` between words.
const std::vector<Role>& roles() {
    static const std::vector<Role> table{
        {"from",
         {"from",
          "origin",
          "source",
          "from_place",
          "origin_name",
          "source_name",
          "from_name",
          "origin_id",
          "source_id",
          "from_id",
          "origin_place",
          "start_place",
          "start_station_name",
          "start_station",
          "departure",
          "departure_place",
          "embarkation",
          "sender",
          "exporter",
          "home",
          "orig",
          "src",
          "o",
          "i",
          "von",
          "de",
          "desde",
          "откуда",
          "出发地"}},
        {"to",
         {"to",
          "dest",
          "destination",
          "target",
          "to_place",
          "destination_name",
          "dest_name",
          "target_name",
          "to_name",
          "destination_id",
          "dest_id",
          "target_id",
          "to_id",
          "destination_place",
          "end_place",
          "end_station_name",
          "end_station",
          "arrival",
          "arrival_place",
          "disembarkation",
          "receiver",
          "importer",
          "dst",
          "d",
          "j",
          "nach",
          "a",
          "vers",
          "hacia",
          "куда",
          "目的地"}},
        {"count",
         {"count",     "number",   "people",     "persons",    "passengers", "trips",  "flow",
          "flows",     "total",    "value",      "amount",     "volume",     "weight", "quantity",
          "magnitude", "migrants", "travelers",  "travellers", "commuters",  "n",      "anzahl",
          "nombre",    "cantidad", "количество", "人数"}},
        {"when",
         {"when",
          "date",
          "time",
          "datetime",
          "date_time",
          "timestamp",
          "day",
          "month",
          "year",
          "period",
          "departure_time",
          "departure_date",
          "date_of_departure",
          "pickup_datetime",
          "tpep_pickup_datetime",
          "start_time",
          "starttime",
          "started_at",
          "start_date",
          "hour",
          "datum",
          "fecha",
          "дата",
          "год",
          "日期"}},
        {"start",
         {"start", "begin", "start_date", "startdate", "date_from", "valid_from", "from_date"}},
        {"end", {"end", "end_date", "enddate", "date_to", "valid_to", "to_date", "until"}},
        {"kind",
         {"kind", "type", "category", "mode", "commodity", "cargo", "goods", "purpose", "class"}},
        {"name",
         {"name", "title", "label", "place", "city", "station", "stop_name", "name_en", "location",
          "port", "town"}},
        {"id", {"id", "code", "location_id", "place_id", "stop_id", "station_id", "key"}},
        {"group",
         {"track", "track_id", "trip", "trip_id", "journey", "journey_id", "vehicle", "vehicle_id",
          "ship", "vessel", "person", "traveller", "user", "user_id", "animal", "individual"}},
        {"lat", {"lat", "latitude", "y", "breite", "широта"}},
        {"lon", {"lon", "lng", "long", "longitude", "x", "laenge", "долгота"}},
    };
    return table;
}

/// Words of a column's name, with `_` between them.
std::string plain(std::string_view column) {
    std::string name = core::lower(flow::trimmed(column));
    std::ranges::replace_if(
        name, [](char c) { return c == ' ' || c == '-' || c == '.'; }, '_');
    return name;
}

const Role& roleNamed(std::string_view name) {
    return *std::ranges::find(roles(), name, &Role::name);
}

constexpr auto kLat = std::to_array<std::string_view>({"latitude", "lat", "y"});
constexpr auto kLon = std::to_array<std::string_view>({"longitude", "long", "lng", "lon", "x"});

struct Half {
    std::size_t column;
    std::string stem;
};

/// `pickup_lat`, `pickupLatitude`, `lat_1`: what is left of the name without the word.
std::optional<std::string> stemOf(const std::string& name, auto words) {
    for (const std::string_view word : words) {
        if (name == word) return std::string{};
        const bool short1 = word.size() == 1;
        for (const std::string_view mark : {"_", ""}) {
            if (short1 && mark.empty()) continue;
            const std::string end = std::string(mark) + std::string(word);
            if (name.ends_with(end)) return name.substr(0, name.size() - end.size());
            const std::string begin = std::string(word) + std::string(mark);
            // `latest` and `longest` begin so by chance.
            if (!mark.empty() && name.starts_with(begin)) return name.substr(begin.size());
        }
        if (name.size() == word.size() + 1 && name.starts_with(word) && name.back() >= '0' &&
            name.back() <= '9')
            return name.substr(word.size());
    }
    return std::nullopt;
}

std::vector<Half> halvesOf(const flow::RawTable& table, auto words) {
    std::vector<Half> halves;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (auto stem = stemOf(plain(table.columns[i]), words)) halves.push_back({i, *stem});
    }
    return halves;
}

/// Whether a stem is of the end that is reached.
bool isArrival(const std::string& stem) {
    constexpr auto kArrivals = std::to_array<std::string_view>(
        {"to", "dest", "destination", "target", "end", "dropoff", "arrival", "d", "dst", "1", "2"});
    return std::ranges::any_of(kArrivals, [&](std::string_view word) { return stem == word; });
}

}  // namespace

std::optional<std::size_t> columnOf(const flow::RawTable& table, std::string_view role) {
    for (const std::string_view wanted : roleNamed(role).columns) {
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            if (plain(table.columns[i]) == wanted) return i;
        }
    }
    return std::nullopt;
}

std::vector<PositionColumns> positionsOf(const flow::RawTable& table) {
    std::vector<PositionColumns> found;
    const std::vector<Half> lons = halvesOf(table, kLon);
    for (const Half& lat : halvesOf(table, kLat)) {
        const auto lon = std::ranges::find(lons, lat.stem, &Half::stem);
        if (lon != lons.end()) found.push_back({lat.column, lon->column, lat.stem});
    }
    if (found.size() == 2 && isArrival(found[0].stem) && !isArrival(found[1].stem))
        std::swap(found[0], found[1]);
    return found;
}

void rename(flow::RawTable& table, std::size_t column, std::string_view ours) {
    if (const auto other = table.find(ours); other && *other != column)
        table.columns[*other] += " (theirs)";
    table.columns[column] = ours;
}

}  // namespace ebbflow::intake
