#pragma once
// Whether a hall is open, by the clock on its wall. It draws nothing and switches nothing.

#include <cstdint>
#include <span>

#include "scene/kiosk.hpp"

namespace ebbflow::live {

/// A minute of the week: 0 is Monday's first, 10,079 Sunday's last.
inline constexpr int kWeekMinutes = 7 * 24 * 60;

/// Always, where there are no hours.
[[nodiscard]] bool isOpenAt(std::span<const scene::OpeningTime> hours, int minuteOfWeek);

/// Of the machine's own time zone. `seconds`: since 1970, UTC.
[[nodiscard]] int minuteOfWeek(std::int64_t seconds);

}  // namespace ebbflow::live
