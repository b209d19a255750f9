#pragma once
// From rows to lights: how many lights a row gets in a span of time, and when each one leaves.
// Deterministic by hash of ids; lights × N + remainder = count holds by construction in every cell.
// It knows no film time: what day is on the screen when is the plan's business.

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "flow/tables.hpp"

namespace ebbflow::flow {

/// The time a chapter passes through.
struct Window {
    std::string chapter;
    core::Span span;
    bool launches = true;  ///< a chapter may pass its days without any light
    bool dated = true;     ///< false where nothing in the film has a date: its span means no year
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
    std::optional<int> year;  ///< none where nothing in the film has a date
    std::int64_t count = 0;   ///< of the table, in this window and year
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

/// From the beginning of the earliest window to the end of the latest; nothing without windows.
[[nodiscard]] std::optional<core::Span> filmSpan(std::span<const Window> windows);

/// The time over which a row's people leave. An open end is closed by the film's (never short of
/// what the row itself says); a row without a date has all the film's.
[[nodiscard]] core::Span spanOf(const Movement& movement, const core::Span& film);

/// How many units of one row leave within a span: exact, so that adjoining spans add up to the
/// row's count, wherever they meet. `film` closes open ends; it must be the same in all calls that
/// are to add up.
[[nodiscard]] std::int64_t countWithin(const Movement& movement, const core::Span& within,
                                       const core::Span& film);

/// `perLight`: kind → N; a kind not in it gets 1. `film` as in countWithin; absent, the window
/// alone is the film. Throws std::invalid_argument for N < 1. Departures of a row depend on its own
/// id, dates and number of lights only, not on other rows or their order.
[[nodiscard]] Schedule scheduleWindow(std::span<const Movement> movements, const Window& window,
                                      const std::map<std::string, std::int64_t>& perLight,
                                      const std::optional<core::Span>& film = std::nullopt);

}  // namespace ebbflow::flow
