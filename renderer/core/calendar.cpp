#include "core/calendar.hpp"

#include <fmt/format.h>

namespace ebbflow::core {

namespace {

// The calendar repeats every 400 years. Years are taken to begin in March, so that the day which
// some of them have more is their last.
constexpr std::int64_t kDaysOf400Years = 146097;
constexpr std::int64_t kMarch1OfYear0 = -719468;  // counted from 1970-01-01

std::int64_t floorDiv(std::int64_t a, std::int64_t b) {
    return a / b - (a % b < 0 ? 1 : 0);
}

bool isLeap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/// Days of the year that begins in March before its month 0 (March) to 11 (February): the months
/// from March on have 31, 30, 31, 30, 31 days, and again, and again.
std::int64_t daysBefore(std::int64_t month) {
    return (153 * month + 2) / 5;
}

}  // namespace

Day toDay(const CivilDate& date) {
    const std::int64_t year = static_cast<std::int64_t>(date.year) - (date.month <= 2 ? 1 : 0);
    const std::int64_t cycle = floorDiv(year, 400), ofCycle = year - cycle * 400;
    const std::int64_t ofYear = daysBefore((date.month + 9) % 12) + date.day - 1;
    return {cycle * kDaysOf400Years + ofCycle * 365 + ofCycle / 4 - ofCycle / 100 + ofYear +
            kMarch1OfYear0};
}

CivilDate toCivil(Day day) {
    const std::int64_t days = day.number - kMarch1OfYear0;
    const std::int64_t cycle = floorDiv(days, kDaysOf400Years);
    const std::int64_t ofCycle = days - cycle * kDaysOf400Years;
    // Without the leap days that went before, each year has 365.
    const std::int64_t year = (ofCycle - ofCycle / 1460 + ofCycle / 36524 - ofCycle / 146096) / 365;
    const std::int64_t ofYear = ofCycle - (year * 365 + year / 4 - year / 100);
    const std::int64_t month = (5 * ofYear + 2) / 153;
    const bool nextYear = month >= 10;
    return {static_cast<int>(cycle * 400 + year + (nextYear ? 1 : 0)),
            static_cast<int>(nextYear ? month - 9 : month + 3),
            static_cast<int>(ofYear - daysBefore(month) + 1)};
}

int daysInMonth(int year, int month) {
    if (month == 2) return isLeap(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

bool isValid(const CivilDate& date) {
    return date.month >= 1 && date.month <= 12 && date.day >= 1 &&
           date.day <= daysInMonth(date.year, date.month);
}

Day dayOf(Instant instant) {
    return {floorDiv(instant.second, kSecondsOfDay)};
}

double inDays(Instant instant) {
    const Day day = dayOf(instant);
    return static_cast<double>(day.number) +
           static_cast<double>(secondOfDay(instant)) / static_cast<double>(kSecondsOfDay);
}

std::string yearText(int year) {
    if (year > 9999 || year < -9999) return fmt::format("Y{}", year);
    return year < 0 ? fmt::format("-{:04}", -year) : fmt::format("{:04}", year);
}

std::string toString(Day day) {
    const CivilDate d = toCivil(day);
    return fmt::format("{}-{:02}-{:02}", yearText(d.year), d.month, d.day);
}

std::string toString(Instant instant) {
    const int second = secondOfDay(instant);
    std::string text = toString(dayOf(instant));
    if (second == 0) return text;
    text += fmt::format("T{:02}:{:02}", second / 3600, second / 60 % 60);
    return second % 60 == 0 ? text : text + fmt::format(":{:02}", second % 60);
}

}  // namespace ebbflow::core
