#include "live/opening.hpp"

#include <algorithm>
#include <ctime>

namespace ebbflow::live {

namespace {

constexpr int kDay = 24 * 60;

bool isOn(const scene::OpeningTime& time, int day, int minute) {
    const bool dayIn = time.firstDay <= time.lastDay ? time.firstDay <= day && day <= time.lastDay
                                                     : time.firstDay <= day || day <= time.lastDay;
    return dayIn && time.from <= minute &&
           minute < (time.until > time.from ? time.until : time.until + kDay);
}

}  // namespace

bool isOpenAt(std::span<const scene::OpeningTime> hours, int minuteOfWeek) {
    if (hours.empty()) return true;
    const int day = minuteOfWeek / kDay, minute = minuteOfWeek % kDay;
    return std::ranges::any_of(hours, [&](const scene::OpeningTime& time) {
        // What began yesterday may still last.
        return isOn(time, day, minute) || isOn(time, (day + 6) % 7, minute + kDay);
    });
}

int minuteOfWeek(std::int64_t seconds) {
    const auto when = static_cast<std::time_t>(seconds);
    std::tm local{};
    localtime_r(&when, &local);
    // tm counts from Sunday.
    return (local.tm_wday + 6) % 7 * kDay + local.tm_hour * 60 + local.tm_min;
}

}  // namespace ebbflow::live
