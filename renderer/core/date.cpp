#include "core/date.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>

#include <fmt/format.h>

namespace ebbflow::core {

namespace {

std::chrono::year_month_day toChrono(const CivilDate& d) {
    return {std::chrono::year{d.year}, std::chrono::month{static_cast<unsigned>(d.month)},
            std::chrono::day{static_cast<unsigned>(d.day)}};
}

int daysInMonth(int year, int month) {
    const auto last = std::chrono::year_month_day_last{
        std::chrono::year{year},
        std::chrono::month_day_last{std::chrono::month{static_cast<unsigned>(month)}}};
    return static_cast<int>(static_cast<unsigned>(last.day()));
}

/// Exactly `digits` digits at the front of `text`, taken off it.
std::optional<int> takeDigits(std::string_view& text, std::size_t digits) {
    if (text.size() < digits) return std::nullopt;
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + digits, value);
    if (error != std::errc{} || end != text.data() + digits || text.front() == '-')
        return std::nullopt;
    text.remove_prefix(digits);
    return value;
}

bool takeDash(std::string_view& text) {
    if (text.empty() || text.front() != '-') return false;
    text.remove_prefix(1);
    return true;
}

struct EndOrFault {
    std::optional<DatedEnd> end;
    std::string fault;
};

EndOrFault notADate(std::string_view text) {
    return {std::nullopt,
            fmt::format(
                "`{}` is no date; write 1956, 1956-08 or 1956-08-03, with ~ for about and ? for "
                "uncertain",
                text)};
}

void takeQualifier(std::string_view& text, DatedEnd& end) {
    if (text.empty()) return;
    const char mark = text.back();
    if (mark != '~' && mark != '?' && mark != '%') return;
    end.approximate = mark != '?';
    end.uncertain = mark != '~';
    text.remove_suffix(1);
}

EndOrFault parseEnd(std::string_view whole) {
    std::string_view text = whole;
    DatedEnd end;
    takeQualifier(text, end);
    const auto year = takeDigits(text, 4);
    if (!year || *year < 1) return notADate(whole);
    if (text.empty()) {
        end.precision = Precision::year;
        end.first = toDay({*year, 1, 1});
        end.last = toDay({*year, 12, 31});
        return {end, {}};
    }
    const auto month = takeDash(text) ? takeDigits(text, 2) : std::nullopt;
    if (!month) return notADate(whole);
    if (*month < 1 || *month > 12) {
        return {std::nullopt, fmt::format("`{}`: there is no month {:02}; months go from 01 to 12",
                                          whole, *month)};
    }
    if (text.empty()) {
        end.precision = Precision::month;
        end.first = toDay({*year, *month, 1});
        end.last = toDay({*year, *month, daysInMonth(*year, *month)});
        return {end, {}};
    }
    const auto day = takeDash(text) ? takeDigits(text, 2) : std::nullopt;
    if (!day || !text.empty()) return notADate(whole);
    if (*day < 1 || *day > daysInMonth(*year, *month)) {
        return {std::nullopt, fmt::format("`{}`: {:04}-{:02} has {} days", whole, *year, *month,
                                          daysInMonth(*year, *month))};
    }
    end.precision = Precision::day;
    end.first = end.last = toDay({*year, *month, *day});
    return {end, {}};
}

bool isOpen(std::string_view end) {
    return end.empty() || end == "..";
}

std::string endText(const DatedEnd& end) {
    const CivilDate d = toCivil(end.first);
    std::string text = fmt::format("{:04}", d.year);
    if (end.precision != Precision::year) text += fmt::format("-{:02}", d.month);
    if (end.precision == Precision::day) text += fmt::format("-{:02}", d.day);
    if (end.approximate && end.uncertain) return text + "%";
    if (end.approximate) return text + "~";
    return end.uncertain ? text + "?" : text;
}

}  // namespace

Day toDay(const CivilDate& date) {
    const auto days = std::chrono::sys_days(toChrono(date)).time_since_epoch().count();
    return {static_cast<std::int32_t>(days)};
}

CivilDate toCivil(Day day) {
    const std::chrono::year_month_day d{std::chrono::sys_days{std::chrono::days{day.number}}};
    return {static_cast<int>(d.year()), static_cast<int>(static_cast<unsigned>(d.month())),
            static_cast<int>(static_cast<unsigned>(d.day()))};
}

bool isValid(const CivilDate& date) {
    return date.month >= 1 && date.day >= 1 && toChrono(date).ok();
}

std::string toString(Day day) {
    const CivilDate d = toCivil(day);
    return fmt::format("{:04}-{:02}-{:02}", d.year, d.month, d.day);
}

Precision Period::precision() const {
    return std::max(begin.precision, end.precision);
}

PeriodOrFault parsePeriod(std::string_view text) {
    const auto slash = text.find('/');
    if (slash == std::string_view::npos) {
        auto [end, fault] = parseEnd(text);
        if (!end) return {std::nullopt, fault};
        return {Period{*end, *end}, {}};
    }
    const std::string_view left = text.substr(0, slash);
    const std::string_view right = text.substr(slash + 1);
    if (isOpen(left) && isOpen(right)) {
        return {std::nullopt, fmt::format("`{}` has neither a start nor an end", text)};
    }
    Period period;
    period.interval = true;
    period.openBegin = isOpen(left);
    period.openEnd = isOpen(right);
    const auto begin = period.openBegin ? parseEnd(right) : parseEnd(left);
    const auto end = period.openEnd ? parseEnd(left) : parseEnd(right);
    if (!begin.end) return {std::nullopt, begin.fault};
    if (!end.end) return {std::nullopt, end.fault};
    period.begin = *begin.end;
    period.end = *end.end;
    if (period.last() < period.first()) {
        return {std::nullopt, fmt::format("`{}` ends before it begins", text)};
    }
    return {period, {}};
}

std::string toString(const Period& period) {
    if (!period.interval) return endText(period.begin);
    return (period.openBegin ? std::string("..") : endText(period.begin)) + "/" +
           (period.openEnd ? std::string("..") : endText(period.end));
}

}  // namespace ebbflow::core
