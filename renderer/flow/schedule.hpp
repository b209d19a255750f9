#pragma once
// From rows to lights: how many lights a row gets in a span of days, and on which day each one
// leaves. Deterministic by hash of ids; lights × N + remainder = count holds by construction in
// every cell. It knows no film time: what day is on the screen when is the plan's business.

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "flow/tables.hpp"

namespace ebbflow::flow {

/// A run of days, both ends included.
struct Days {
    core::Day first;
    core::Day last;
    /// Number of days; 0 or less when empty.
    [[nodiscard]] std::int32_t length() const { return last - first + 1; }
    friend bool operator==(const Days&, const Days&) = default;
};

/// The days a chapter passes through, both ends included.
struct Window {
    std::string chapter;
    core::Day first;
    core::Day last;
    bool launches = true;  ///< a chapter may pass its days without any light
};

/// A light that leaves. `day` counts from 1970-01-01 with its fraction of a day.
struct Departure {
    std::uint32_t movement = 0;  ///< index into the movements
    std::uint32_t ordinal = 0;   ///< of this light within its movement in this window
    double day = 0;
};

/// One cell of the audit.
struct AuditCell {
    std::string chapter;
    std::string kind;
    int year = 0;
    std::int64_t count = 0;  ///< of the table, in this window and year
    std::int64_t lights = 0;
    std::int64_t remainder = 0;  ///< 0 ≤ remainder < perLight
    std::int64_t perLight = 1;
    [[nodiscard]] bool balances() const {
        return lights * perLight + remainder == count && remainder >= 0 && remainder < perLight;
    }
};

struct Schedule {
    std::vector<Departure> departures;  ///< sorted by day, ties by movement and ordinal
    std::vector<AuditCell> cells;       ///< by kind, then year; none with a count of 0
};

/// From the first day of the earliest window to the last day of the latest; nothing without
/// windows.
[[nodiscard]] std::optional<Days> filmDays(std::span<const Window> windows);

/// The days over which a row's people leave. An open end is closed by the film's (never short of
/// what the row itself says); a row without a date has all the film's days.
[[nodiscard]] Days daysOf(const Movement& movement, const Days& film);

/// How many units of one row leave on days [first, last]: exact, so that adjoining windows add up
/// to the row's count. `film` closes open ends; it must be the same in all calls that are to add
/// up.
[[nodiscard]] std::int64_t countWithin(const Movement& movement, core::Day first, core::Day last,
                                       const Days& film);

/// `perLight`: kind → N; a kind not in it gets 1. `film` as in countWithin; absent, the window
/// alone is the film. Throws std::invalid_argument for N < 1. Departures of a row depend on its own
/// id, dates and number of lights only, not on other rows or their order.
[[nodiscard]] Schedule scheduleWindow(std::span<const Movement> movements, const Window& window,
                                      const std::map<std::string, std::int64_t>& perLight,
                                      const std::optional<Days>& film = std::nullopt);

}  // namespace ebbflow::flow
