#pragma once
// From rows to lights: how many lights a row gets in a span of days, and on which day each one leaves.
// Deterministic by hash of ids; lights × N + remainder = count holds by construction in every cell.

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "flow/tables.hpp"

namespace ebbflow::flow {

/// The days a chapter passes through, both ends included.
struct Window {
    std::string chapter;
    core::Day first;
    core::Day last;
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
    std::vector<AuditCell> cells;
};

/// How many units of one row leave on days [first, last]: exact, so that adjoining windows add up to the
/// row's count. `horizon` closes an open end.
[[nodiscard]] std::int64_t countWithin(const Movement& movement, core::Day first, core::Day last,
                                       core::Day horizon);

/// `perLight`: kind → N; a kind not in it gets 1. Throws std::invalid_argument for N < 1.
[[nodiscard]] Schedule scheduleWindow(std::span<const Movement> movements, const Window& window,
                                      const std::map<std::string, std::int64_t>& perLight);

}  // namespace ebbflow::flow
