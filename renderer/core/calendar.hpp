#pragma once
// The calendar: days of the proleptic Gregorian one, with a year 0 before year 1 as ISO 8601 counts
// them, and instants to the second on the clock of the place. It knows no time zones, no leap
// seconds and no other calendar.

#include <algorithm>
#include <compare>
#include <cstdint>
#include <string>

namespace ebbflow::core {

inline constexpr std::int64_t kSecondsOfDay = 86400;

/// Years are read from -kFarthestYear to kFarthestYear: nine digits.
inline constexpr int kFarthestYear = 999'999'999;

/// A day, counted from 1970-01-01.
struct Day {
    std::int64_t number = 0;
    friend auto operator<=>(const Day&, const Day&) = default;
    friend Day operator+(Day d, std::int64_t days) { return {d.number + days}; }
    friend std::int64_t operator-(Day a, Day b) { return a.number - b.number; }
};

struct CivilDate {
    int year = 1970;  ///< 0 is 1 BC, -732 is 733 BC
    int month = 1;
    int day = 1;
    friend bool operator==(const CivilDate&, const CivilDate&) = default;
};

/// A second of history, counted from 1970-01-01T00:00:00: a whole number, so that spans of any
/// length add up.
struct Instant {
    std::int64_t second = 0;
    friend auto operator<=>(const Instant&, const Instant&) = default;
    friend Instant operator+(Instant i, std::int64_t seconds) { return {i.second + seconds}; }
    friend std::int64_t operator-(Instant a, Instant b) { return a.second - b.second; }
};

/// From an instant to another, which it does not contain.
struct Span {
    Instant from;
    Instant until;
    /// Seconds; 0 or less when empty.
    [[nodiscard]] std::int64_t length() const { return until - from; }
    [[nodiscard]] bool empty() const { return until <= from; }
    /// Whether it begins and ends at midnight.
    [[nodiscard]] bool isWholeDays() const {
        return from.second % kSecondsOfDay == 0 && until.second % kSecondsOfDay == 0;
    }
    friend bool operator==(const Span&, const Span&) = default;
};

[[nodiscard]] Day toDay(const CivilDate& date);
[[nodiscard]] CivilDate toCivil(Day day);
[[nodiscard]] int daysInMonth(int year, int month);
/// Whether the calendar has such a day (no 1956-02-30).
[[nodiscard]] bool isValid(const CivilDate& date);

/// Its midnight, with which it begins.
[[nodiscard]] inline Instant startOf(Day day) {
    return {day.number * kSecondsOfDay};
}
[[nodiscard]] Day dayOf(Instant instant);
/// Seconds since that day's midnight.
[[nodiscard]] inline int secondOfDay(Instant instant) {
    return static_cast<int>(instant - startOf(dayOf(instant)));
}
/// Days since 1970-01-01 with their fraction; exact for whole days.
[[nodiscard]] double inDays(Instant instant);

/// From the first of these days to the end of the last.
[[nodiscard]] inline Span wholeDays(Day first, Day last) {
    return {startOf(first), startOf(last + 1)};
}
[[nodiscard]] inline Span overlap(const Span& a, const Span& b) {
    return {std::max(a.from, b.from), std::min(a.until, b.until)};
}

/// `1956`, `0843`, `-0732`, `Y17000`: as EDTF writes years.
[[nodiscard]] std::string yearText(int year);
/// `1956-02-25`
[[nodiscard]] std::string toString(Day day);
/// `1956-02-25` at midnight, else `1956-02-25T18:30`, with seconds where there are any.
[[nodiscard]] std::string toString(Instant instant);

}  // namespace ebbflow::core
