#pragma once
// Numbers written in figures in a text of any language, and whether a number can be part of a date.
// Spelt-out numbers and Chinese numerals are left alone.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.hpp"

namespace ebbflow::scene {

struct Numeral {
    std::string text;  ///< as written, grouping included
    std::int64_t value = 0;
    bool whole = true;  ///< no decimals
};

/// `1,390`, `1 390` and `1390` are one numeral each. A number grown into a name (`T-34`, `MiG15`)
/// is none.
[[nodiscard]] std::vector<Numeral> numeralsIn(std::string_view text);

/// Whether a text that names the number can mean one of these years, before Christ or after.
[[nodiscard]] bool isYearWithin(std::int64_t n, int first, int last);

/// Whether the number is a year of the period, one of its months, or the day of a month in a period
/// of at most 31 days, or of its first or last day.
[[nodiscard]] bool isPartOf(const Numeral& numeral, const core::Period& period);

}  // namespace ebbflow::scene
