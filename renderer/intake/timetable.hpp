#pragma once
// GTFS feeds as plain data: what stops where, which trips run on which days, and when they leave.
// It counts vehicles, never passengers, which no feed knows.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/calendar.hpp"
#include "intake/draft.hpp"
#include "intake/given.hpp"
#include "intake/reading.hpp"

namespace ebbflow::intake {

struct TimetableTrip {
    std::string service, kind;
    /// Stop and second of the service day on which it is left, in order; stops without a time are
    /// passed through.
    std::vector<std::pair<std::string, std::int64_t>> calls;
    /// Runs again from … until … every … seconds, where it is no trip of its own.
    struct Repeat {
        std::int64_t from = 0, until = 0, every = 0;
    };
    std::vector<Repeat> repeats;
};

struct Timetable {
    std::map<std::string, DraftPlace> stops;  ///< a stop of a station is the station
    std::map<std::string, TimetableTrip> trips;
    /// Days on which a service runs; empty where the feed has no calendar.
    std::map<std::string, std::vector<core::Day>> services;
};

/// Whether these are files of a feed, by their names.
[[nodiscard]] bool isTimetable(const Given& given);

/// Nothing when a file that it needs is missing, which has been reported.
[[nodiscard]] std::optional<Timetable> readTimetable(Given& given, Reading& reading);

}  // namespace ebbflow::intake
