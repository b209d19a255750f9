#pragma once
// Dates and numbers as a reader of each language writes them. The patterns are words of the
// WordTable, so that a scene can give them for another language; the system's locale plays no part.

#include <cstdint>
#include <string>
#include <string_view>

#include "core/date.hpp"
#include "text/words.hpp"

namespace ebbflow::text {

/// `16 July 1960`, `July 1960`, `1960`, `16 July 733 BC`; `1960年7月16日`; `16 июля 1960`, `июль
/// 1960`.
[[nodiscard]] std::string formatDate(core::Day day, core::Precision precision,
                                     std::string_view language, const WordTable& words = {});

/// A day with its clock: `1 May 2019, 07:35`, as precise as the minute.
[[nodiscard]] std::string formatInstant(core::Instant instant, std::string_view language,
                                        const WordTable& words = {});

/// `07:35`; a day's last midnight is not written 24:00.
[[nodiscard]] std::string formatClock(core::Instant instant);

/// A year as it is named alone: `1960`, `843`, `733 BC`.
[[nodiscard]] std::string formatYear(int year, std::string_view language,
                                     const WordTable& words = {});

/// One end of a period: as above, with `about` and `?` where the source had them.
[[nodiscard]] std::string formatDate(const core::DatedEnd& end, std::string_view language,
                                     const WordTable& words = {});

/// A period as precise as it was written: `1950–1953`, `17 July 1960 – 1 September 1960`, and
/// `1956–` where an end is open; `1950s`, `spring 1951`, `800–700 BC`.
[[nodiscard]] std::string formatDate(const core::Period& period, std::string_view language,
                                     const WordTable& words = {});

/// `1,390`, `1 390` (no-break space), `1390`; a minus sign, not a hyphen, for what is below zero.
[[nodiscard]] std::string formatNumber(std::int64_t number, std::string_view language,
                                       const WordTable& words = {});

}  // namespace ebbflow::text
