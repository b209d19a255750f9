// One day of a GTFS feed: each vehicle's way from stop to stop is a movement.

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "intake/kinds.hpp"
#include "intake/timetable.hpp"
#include "intake/title.hpp"

namespace ebbflow::intake {

namespace {

/// Above so many departures those of an hour are counted together.
constexpr std::size_t kMostRows = 20'000;
constexpr std::int64_t kMinute = 60, kHour = 3600;

/// The day that was asked for, or the first on which the most trips run.
std::optional<core::Day> dayOf(const Timetable& feed, Reading& reading) {
    if (!reading.forms.day.empty()) return core::parsePeriod(reading.forms.day).period->first();
    std::map<core::Day, std::size_t> trips;
    for (const auto& [id, trip] : feed.trips) {
        const auto days = feed.services.find(trip.service);
        if (days == feed.services.end()) continue;
        for (const core::Day day : days->second) ++trips[day];
    }
    if (trips.empty()) return std::nullopt;
    return std::ranges::max_element(trips, {}, [](const auto& day) { return day.second; })->first;
}

struct Leg {
    std::string kind, from, to;
    std::int64_t second = 0;  ///< of the day
    auto operator<=>(const Leg&) const = default;
};

class DayReader {
public:
    DayReader(const Timetable& feed, std::optional<core::Day> day) : feed_(feed), day_(day) {}

    void read() {
        for (const auto& [id, trip] : feed_.trips) {
            if (!runs(trip)) continue;
            ++trips_;
            if (trip.repeats.empty()) addRun(trip, 0);
            for (const TimetableTrip::Repeat& repeat : trip.repeats) {
                if (trip.calls.empty()) continue;
                for (std::int64_t at = repeat.from; at < repeat.until; at += repeat.every)
                    addRun(trip, at - trip.calls.front().second);
            }
        }
    }
    [[nodiscard]] std::size_t trips() const { return trips_; }
    [[nodiscard]] std::size_t departures() const { return departures_; }
    [[nodiscard]] bool byHour() const { return legs_.size() > kMostRows; }

    void write(Draft& draft) const {
        std::map<Leg, std::int64_t> legs;
        const std::int64_t step = byHour() ? kHour : kMinute;
        for (const auto& [leg, count] : legs_) {
            Leg binned = leg;
            binned.second = day_ ? leg.second / step * step : 0;
            legs[binned] += count;
        }
        std::set<std::string> used;
        for (const auto& [leg, count] : legs) {
            for (const std::string& stop : {leg.from, leg.to}) {
                const DraftPlace& place = feed_.stops.at(stop);
                if (used.insert(place.id).second) draft.places.push_back(place);
            }
            DraftMovement movement;
            movement.kind = leg.kind;
            movement.from.place = feed_.stops.at(leg.from).id;
            movement.to.place = feed_.stops.at(leg.to).id;
            movement.count = count;
            if (day_) movement.when = periodFrom(leg.second, step);
            draft.movements.push_back(std::move(movement));
        }
    }

private:
    [[nodiscard]] bool runs(const TimetableTrip& trip) const {
        if (feed_.services.empty() || !day_) return true;
        const auto days = feed_.services.find(trip.service);
        return days != feed_.services.end() && std::ranges::binary_search(days->second, *day_);
    }

    void addRun(const TimetableTrip& trip, std::int64_t shift) {
        for (std::size_t i = 1; i < trip.calls.size(); ++i) {
            const auto& [from, leaves] = trip.calls[i - 1];
            const std::string& to = trip.calls[i].first;
            if (feed_.stops.at(from).id == feed_.stops.at(to).id) continue;
            ++departures_;
            ++legs_[{trip.kind, from, to, leaves + shift}];
        }
    }

    [[nodiscard]] core::Period periodFrom(std::int64_t second, std::int64_t step) const {
        const core::Instant at = core::startOf(*day_) + second;
        const auto clock = [](core::Instant instant) {
            return fmt::format("{}T{:02}:{:02}", core::toString(core::dayOf(instant)),
                               core::secondOfDay(instant) / kHour,
                               core::secondOfDay(instant) % kHour / kMinute);
        };
        const std::string text =
            step == kMinute ? clock(at) : clock(at) + "/" + clock(at + (step - kMinute));
        return *core::parsePeriod(text).period;
    }

    const Timetable& feed_;
    std::optional<core::Day> day_;
    std::map<Leg, std::int64_t> legs_;
    std::size_t trips_ = 0, departures_ = 0;
};

void tell(const DayReader& day, std::optional<core::Day> date, Reading& reading) {
    Findings& findings = reading.findings;
    findings.understood.push_back(fmt::format(
        "{} trips with {} departures from stop to stop; a light is a vehicle, not a passenger",
        day.trips(), day.departures()));
    if (date) {
        findings.understood.push_back(fmt::format(
            "the day is {}{}; --day YYYY-MM-DD shows another", core::toString(*date),
            reading.forms.day.empty() ? ", the first on which the most trips run" : ""));
    } else {
        findings.passedOver.push_back(
            "the clocks: the feed has no calendar, and no day is invented; --day YYYY-MM-DD says "
            "which it is");
    }
    if (day.byHour())
        findings.understood.push_back(
            "departures of one hour between two stops are counted together");
}

std::optional<Draft> readTimetableDay(Given& given, Reading& reading) {
    const auto feed = readTimetable(given, reading);
    if (!feed) return std::nullopt;
    const auto date = dayOf(*feed, reading);
    DayReader day(*feed, date);
    day.read();
    if (day.departures() == 0) {
        reading.diagnostics.error(
            {given.names.front(), 0, 0},
            date ? fmt::format("no trip of two stops runs on {}", core::toString(*date))
                 : "no trip stops twice");
        return std::nullopt;
    }
    Draft draft;
    draft.title = titleOf(given.names.front());
    draft.unit = "departures";
    day.write(draft);
    tell(day, date, reading);
    return draft;
}

}  // namespace

Kind timetable() {
    return {"gtfs", "a timetable (GTFS: stops, trips, stop_times)", isTimetable, readTimetableDay};
}

}  // namespace ebbflow::intake
