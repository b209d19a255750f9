#pragma once
// Historical time: whole days of the proleptic Gregorian calendar, and the periods in which people
// know them, read as EDTF level 1 (ISO 8601-2:2019). It has no hours and no time zones on purpose.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ebbflow::core {

/// A day, counted from 1970-01-01.
struct Day {
    std::int32_t number = 0;
    friend auto operator<=>(const Day&, const Day&) = default;
    friend Day operator+(Day d, std::int32_t days) { return {d.number + days}; }
    friend std::int32_t operator-(Day a, Day b) { return a.number - b.number; }
};

struct CivilDate {
    int year = 1970;
    int month = 1;
    int day = 1;
    friend bool operator==(const CivilDate&, const CivilDate&) = default;
};

[[nodiscard]] Day toDay(const CivilDate& date);
[[nodiscard]] CivilDate toCivil(Day day);
/// Whether the calendar has such a day (no 1956-02-30).
[[nodiscard]] bool isValid(const CivilDate& date);
/// `1956-02-25`
[[nodiscard]] std::string toString(Day day);

enum class Precision { day, month, year };

/// One end of a period, as precise as the source was.
struct DatedEnd {
    Day first;  ///< first day it can mean
    Day last;   ///< last day it can mean
    Precision precision = Precision::day;
    bool approximate = false;  ///< `~` (or `%`)
    bool uncertain = false;    ///< `?` (or `%`)
    friend bool operator==(const DatedEnd&, const DatedEnd&) = default;
};

/// An EDTF level 1 value: a date or an interval. Both ends are included, as EDTF has it.
struct Period {
    DatedEnd begin;
    DatedEnd end;            ///< equal to `begin` for a single date
    bool interval = false;   ///< written with a slash
    bool openBegin = false;  ///< `../1956`
    bool openEnd = false;    ///< `1956/..`

    /// First and last day covered. With an open end, `last()` is the last day of `end` as far as
    /// known (the begin's own last day): callers that need the horizon clamp it themselves.
    [[nodiscard]] Day first() const { return begin.first; }
    [[nodiscard]] Day last() const { return end.last; }
    [[nodiscard]] bool contains(Day day) const {
        return (openBegin || first() <= day) && (openEnd || day <= last());
    }
    /// The coarser of the two ends' precisions.
    [[nodiscard]] Precision precision() const;
    [[nodiscard]] bool approximate() const { return begin.approximate || end.approximate; }
    [[nodiscard]] bool uncertain() const { return begin.uncertain || end.uncertain; }
    friend bool operator==(const Period&, const Period&) = default;
};

/// A period, or a sentence that says what is wrong with the text.
struct PeriodOrFault {
    std::optional<Period> period;
    std::string fault;
};

/// Reads `1956`, `1956-08`, `1956-08-03`, each with `~`, `?` or `%`, intervals `1950/1953`, and
/// open or unknown ends `1956/..`, `../1956`, `1956/`. Years 0001 to 9999. An end before its start
/// is a fault.
[[nodiscard]] PeriodOrFault parsePeriod(std::string_view text);

/// EDTF text that reads back to the same period.
[[nodiscard]] std::string toString(const Period& period);

}  // namespace ebbflow::core
