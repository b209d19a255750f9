#pragma once
// Historical time as people know it: periods that are as precise as their source, from a second to
// some year of a century, read as EDTF (ISO 8601-2:2019). What a value means is a span of instants;
// how sure it is stands beside it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/calendar.hpp"

namespace ebbflow::core {

/// From the finest to the coarsest.
enum class Precision { second, minute, day, month, season, year, decade, century };

/// One end of a period, as precise as the source was.
struct DatedEnd {
    Instant from;   ///< first instant it can mean
    Instant until;  ///< the end, excluded, of the last one it can mean
    Precision precision = Precision::day;
    bool approximate = false;          ///< `~` (or `%`)
    bool uncertain = false;            ///< `?` (or `%`), or one of several
    bool unspecified = false;          ///< digits that nobody knows: `195X`, `1951-XX`
    std::uint8_t unknownDigits = 0;    ///< of the year: 1 in `195X`, 2 in `19XX`
    std::uint8_t season = 0;           ///< 21 to 41, where the precision is a season
    std::optional<std::int16_t> zone;  ///< minutes east of Greenwich, where the clock names it

    [[nodiscard]] Day first() const { return dayOf(from); }
    [[nodiscard]] Day last() const { return dayOf(until + -1); }
    [[nodiscard]] bool hasClock() const { return precision < Precision::day; }
    friend bool operator==(const DatedEnd&, const DatedEnd&) = default;
};

/// A date or an interval. Both ends are included, as EDTF has it. Where both are open (`../..`) it
/// says that there is no date, and its instants mean nothing.
struct Period {
    DatedEnd begin;
    DatedEnd end;            ///< equal to `begin` for a single date
    bool interval = false;   ///< written with a slash
    bool openBegin = false;  ///< `../1956`
    bool openEnd = false;    ///< `1956/..`

    /// First and last day covered. With an open end, `last()` is the last day of `end` as far as
    /// known (the begin's own last day): callers that need the horizon clamp it themselves.
    [[nodiscard]] Day first() const { return begin.first(); }
    [[nodiscard]] Day last() const { return end.last(); }
    /// The same to the second.
    [[nodiscard]] Span span() const { return {begin.from, end.until}; }
    [[nodiscard]] bool contains(Day day) const {
        return (openBegin || first() <= day) && (openEnd || day <= last());
    }
    /// The coarser of the two ends' precisions.
    [[nodiscard]] Precision precision() const;
    [[nodiscard]] bool hasClock() const { return begin.hasClock() || end.hasClock(); }
    [[nodiscard]] bool approximate() const { return begin.approximate || end.approximate; }
    [[nodiscard]] bool uncertain() const { return begin.uncertain || end.uncertain; }
    [[nodiscard]] bool saysNothing() const { return openBegin && openEnd; }
    /// Whether the source itself does not know it well: `~`, `?`, digits left open, a season.
    [[nodiscard]] bool isSoft() const;
    friend bool operator==(const Period&, const Period&) = default;
};

/// A period, or a sentence that says what is wrong with the text.
struct PeriodOrFault {
    std::optional<Period> period;
    std::string fault;
};

/// Reads all of EDTF's levels 0 and 1: `1956`, `1956-08`, `1956-08-03`,
/// `1956-08-03T18:30:00+08:00`, years before Christ (`-0732`) and far ones (`Y17000`), seasons
/// (`1956-21`), unknown digits
/// (`195X`, `1956-XX`), each with `~`, `?` or `%`, and intervals of them with open or unknown ends.
/// Of level 2: seasons by hemisphere, quarters and halves (25 to 41), marks of doubt at any part,
/// `Y17E7`, and sets that leave no gap (`[1951,1952]`). Besides, what people write and what is
/// plain: `843`, `733 BC`, `AD 79`, a clock without seconds or after a space, and `1952.0`, which
/// spreadsheets make of 1952. Clocks stay as written; the zone is kept beside them, and parts of a
/// second are dropped. An end before its start is a fault. A fault quotes all of the text.
[[nodiscard]] PeriodOrFault parsePeriod(std::string_view text);

/// EDTF text that reads back to the same period.
[[nodiscard]] std::string toString(const Period& period);

}  // namespace ebbflow::core
