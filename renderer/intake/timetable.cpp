#include "intake/timetable.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <set>

#include <fmt/format.h>

#include "core/digits.hpp"
#include "flow/cells.hpp"
#include "intake/left_out.hpp"

namespace ebbflow::intake {

namespace {

Sheet* sheetNamed(Given& given, std::string_view stem) {
    for (Sheet& sheet : given.sheets) {
        if (std::filesystem::path(sheet.file).stem() == stem) return &sheet;
    }
    return nullptr;
}

/// `7:05:00`, hours beyond 24 being those of the night after; nothing for all else.
std::optional<std::int64_t> secondOf(std::string_view clock) {
    const std::size_t first = clock.find(':'), second = clock.rfind(':');
    if (first == std::string_view::npos || second == first) return std::nullopt;
    const std::string_view h = clock.substr(0, first),
                           m = clock.substr(first + 1, second - first - 1);
    const std::string_view s = clock.substr(second + 1);
    if (!core::isNumber(h, 1, 3) || !core::isNumber(m, 2, 2) || !core::isNumber(s, 2, 2))
        return std::nullopt;
    return core::toInt(h) * 3600 + core::toInt(m) * 60 + core::toInt(s);
}

std::optional<core::Day> dayOf(std::string_view text) {
    if (!core::isNumber(text, 8, 8)) return std::nullopt;
    const core::CivilDate date{core::toInt(text.substr(0, 4)), core::toInt(text.substr(4, 2)),
                               core::toInt(text.substr(6, 2))};
    return core::isValid(date) ? std::optional(core::toDay(date)) : std::nullopt;
}

/// GTFS' types of routes, and the hundreds of its extension.
std::string kindOf(std::string_view type) {
    struct Row {
        int type;
        std::string_view name;
    };
    constexpr std::array<Row, 10> kTypes{{{0, "trams"},
                                          {1, "metro trains"},
                                          {2, "trains"},
                                          {3, "buses"},
                                          {4, "ferries"},
                                          {5, "cable trams"},
                                          {6, "aerial lifts"},
                                          {7, "funiculars"},
                                          {11, "trolleybuses"},
                                          {12, "monorail trains"}}};
    constexpr std::array<Row, 7> kHundreds{{{1, "trains"},
                                            {2, "coaches"},
                                            {4, "metro trains"},
                                            {7, "buses"},
                                            {9, "trams"},
                                            {10, "ferries"},
                                            {11, "aircraft"}}};
    if (!core::isNumber(type, 1, 4)) return "vehicles";
    const int number = core::toInt(type);
    const auto own = std::ranges::find(kTypes, number, &Row::type);
    if (own != kTypes.end()) return std::string(own->name);
    const auto wide = std::ranges::find(kHundreds, number / 100, &Row::type);
    return wide != kHundreds.end() ? std::string(wide->name) : "vehicles";
}

class FeedReader {
public:
    FeedReader(Given& given, Reading& reading) : given_(given), reading_(reading) {}

    std::optional<Timetable> read() {
        if (!hasAll()) return std::nullopt;
        readStops();
        readTrips();
        readCalls();
        readRepeats();
        readCalendar();
        return std::move(feed_);
    }

private:
    bool hasAll() {
        bool all = true;
        for (const auto& [stem, why] :
             {std::pair{"stops", "it says where stops are"},
              {"trips", "it says what runs"},
              {"stop_times",
               "it says where and when trips stop; without it nobody can tell which "
               "stops a trip goes between"}}) {
            if (sheetNamed(given_, stem) != nullptr) continue;
            reading_.diagnostics.error({given_.names.front(), 0, 0},
                                       fmt::format("{}.txt is missing: {}", stem, why));
            all = false;
        }
        return all;
    }

    /// `f` of every row of a file that is there; rows that it finds faulty are left out aloud.
    void forEachRow(std::string_view stem, auto f) {
        Sheet* sheet = sheetNamed(given_, stem);
        if (sheet == nullptr) return;
        LeftOut leftOut(sheet->name(), reading_);
        for (const flow::RawRow& raw : sheet->table.rows) {
            core::Diagnostics faults;
            flow::RowReader row(sheet->table, raw, faults);
            f(row);
            (void)leftOut.take(faults);
        }
        leftOut.tell();
        sheet->table.rows = {};
    }

    void readStops() {
        std::map<std::string, std::string> parents;
        forEachRow("stops", [&](flow::RowReader& row) {
            const std::string id(row.text("stop_id"));
            if (!row.text("parent_station").empty()) parents[id] = row.text("parent_station");
            const auto at = flow::readPosition(row, "stop_lat", "stop_lon");
            if (!at) {
                if (row.sound()) row.error("stop_lat", "this stop has no position");
                return;
            }
            const std::string name(row.text("stop_name").empty() ? row.text("stop_id")
                                                                 : row.text("stop_name"));
            feed_.stops[id] = {id, name, *at};
        });
        for (const auto& [stop, parent] : parents) {
            const auto station = feed_.stops.find(parent);
            if (station != feed_.stops.end()) feed_.stops[stop] = station->second;
        }
    }

    void readTrips() {
        std::map<std::string, std::string> kinds;
        forEachRow("routes", [&](flow::RowReader& row) {
            kinds[std::string(row.text("route_id"))] = kindOf(row.text("route_type"));
        });
        forEachRow("trips", [&](flow::RowReader& row) {
            const auto kind = kinds.find(std::string(row.text("route_id")));
            feed_.trips[std::string(row.text("trip_id"))] = {
                std::string(row.text("service_id")),
                kind == kinds.end() ? "vehicles" : kind->second,
                {},
                {}};
        });
    }

    void readCalls() {
        std::map<std::string, std::vector<std::pair<int, std::pair<std::string, std::int64_t>>>>
            calls;
        forEachRow("stop_times", [&](flow::RowReader& row) {
            const std::string trip(row.text("trip_id")), stop(row.text("stop_id"));
            if (!feed_.trips.contains(trip))
                return row.error("trip_id", fmt::format("no trip is called `{}`", trip));
            if (!feed_.stops.contains(stop))
                return row.error("stop_id", fmt::format("no stop is called `{}`", stop));
            const std::string_view order = row.text("stop_sequence");
            if (!core::isNumber(order, 1, 9))
                return row.error("stop_sequence", fmt::format("`{}` is no number", order));
            const std::string_view leaves = row.text("departure_time").empty()
                                                ? row.text("arrival_time")
                                                : row.text("departure_time");
            const auto second = secondOf(leaves);
            if (!second && !leaves.empty())
                return row.error("departure_time", fmt::format("`{}` is no clock", leaves));
            if (second) calls[trip].push_back({core::toInt(order), {stop, *second}});
        });
        for (auto& [trip, own] : calls) {
            std::ranges::stable_sort(own, {}, [](const auto& call) { return call.first; });
            for (auto& call : own) feed_.trips[trip].calls.push_back(std::move(call.second));
        }
    }

    void readRepeats() {
        forEachRow("frequencies", [&](flow::RowReader& row) {
            const auto from = secondOf(row.text("start_time")),
                       until = secondOf(row.text("end_time"));
            const std::string_view every = row.text("headway_secs");
            const auto trip = feed_.trips.find(std::string(row.text("trip_id")));
            if (trip == feed_.trips.end() || !from || !until || !core::isNumber(every, 1, 6) ||
                core::toInt(every) == 0)
                return row.error("trip_id", "this repeat cannot be read");
            trip->second.repeats.push_back({*from, *until, core::toInt(every)});
        });
    }

    void readCalendar() {
        constexpr std::array<std::string_view, 7> kDays{"thursday", "friday",  "saturday", "sunday",
                                                        "monday",   "tuesday", "wednesday"};
        constexpr std::int64_t kMostDays = 3LL * 366;
        std::map<std::string, std::set<core::Day>> days;
        forEachRow("calendar", [&](flow::RowReader& row) {
            const auto first = dayOf(row.text("start_date")), last = dayOf(row.text("end_date"));
            if (!first || !last || *last < *first || *last - *first > kMostDays)
                return row.error("start_date", "these days cannot be read");
            auto& own = days[std::string(row.text("service_id"))];
            // 1 January 1970 was a Thursday.
            for (core::Day day = *first; day <= *last; day = day + 1) {
                const auto weekday = static_cast<std::size_t>(((day.number % 7) + 7) % 7);
                if (row.text(kDays[weekday]) == "1") own.insert(day);
            }
        });
        forEachRow("calendar_dates", [&](flow::RowReader& row) {
            const auto day = dayOf(row.text("date"));
            if (!day) return row.error("date", fmt::format("`{}` is no day", row.text("date")));
            auto& own = days[std::string(row.text("service_id"))];
            if (row.text("exception_type") == "2") {
                own.erase(*day);
            } else {
                own.insert(*day);
            }
        });
        for (const auto& [service, own] : days) feed_.services[service] = {own.begin(), own.end()};
    }

    Given& given_;
    Reading& reading_;
    Timetable feed_;
};

}  // namespace

bool isTimetable(const Given& given) {
    const auto has = [&](std::string_view stem) {
        return std::ranges::any_of(given.sheets, [&](const Sheet& sheet) {
            return std::filesystem::path(sheet.file).stem() == stem;
        });
    };
    return has("stops") && has("trips");
}

std::optional<Timetable> readTimetable(Given& given, Reading& reading) {
    return FeedReader(given, reading).read();
}

}  // namespace ebbflow::intake
