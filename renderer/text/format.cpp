#include "text/format.hpp"

#include <array>

#include "text/digits.hpp"
#include "text/words_file.hpp"

namespace ebbflow::text {
namespace {

std::string monthName(int month, bool genitive, std::string_view language, const WordTable& words) {
    const std::string key(kMonthKeys.at(static_cast<std::size_t>(month - 1)));
    if (genitive) {
        if (const char* of = words.find(key + "_of", language)) return of;
    }
    return words.word(key, language);
}

std::string patternOf(const core::CivilDate& date, core::Precision precision,
                      std::string_view language, const WordTable& words) {
    if (precision >= core::Precision::season) return words.word("date_year", language);
    if (precision == core::Precision::month) return words.word("date_month", language);
    if (date.day == 1) {
        if (const char* first = words.find("date_day_first", language)) return first;
    }
    return words.word("date_day", language);
}

std::string filledWith(std::string_view key, std::string_view name, const std::string& value,
                       std::string_view language, const WordTable& words) {
    const std::array<Fill, 1> fills{{{name, value}}};
    return filled(words.word(key, language), fills);
}

std::string join(std::string_view key, const std::string& from, const std::string& to,
                 std::string_view language, const WordTable& words) {
    const std::array<Fill, 2> fills{{{"from", from}, {"to", to}}};
    return filled(words.word(key, language), fills);
}

/// `1950–1953`, `800–700 BC`, `27 BC–AD 14`.
std::string yearsText(int first, int last, std::string_view language, const WordTable& words) {
    if (first > 0)
        return join("date_years", std::to_string(first), std::to_string(last), language, words);
    if (last <= 0) {
        const std::string both = join("date_years", std::to_string(1 - first),
                                      std::to_string(1 - last), language, words);
        return filledWith("year_bc", "year", both, language, words);
    }
    return join("date_years", formatYear(first, language, words),
                filledWith("year_ad", "year", std::to_string(last), language, words), language,
                words);
}

bool plainYear(const core::DatedEnd& end) {
    return end.precision == core::Precision::year && !end.approximate && !end.uncertain;
}

std::string trimmed(const std::string& text) {
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

int year(core::Day day) {
    return core::toCivil(day).year;
}

/// Its name where it is spring, summer, autumn or winter; else nothing.
std::string seasonName(int code, std::string_view language, const WordTable& words) {
    constexpr std::array<std::string_view, 4> kKeys{"season_spring", "season_summer",
                                                    "season_autumn", "season_winter"};
    constexpr int kFirst = 21, kLast = 32;  // of EDTF's codes; quarters and halves follow
    if (code < kFirst || code > kLast) return {};
    return words.word(kKeys.at(static_cast<std::size_t>(code - kFirst) % kKeys.size()), language);
}

std::string seasonText(const core::DatedEnd& end, std::string_view language,
                       const WordTable& words) {
    const std::string yearText = formatYear(year(end.first()), language, words);
    const std::string season = seasonName(end.season, language, words);
    if (season.empty()) {
        return join("date_span", formatDate(end.first(), core::Precision::month, language, words),
                    formatDate(end.last(), core::Precision::month, language, words), language,
                    words);
    }
    const std::array<Fill, 2> fills{{{"season", season}, {"year", yearText}}};
    return filled(words.word("date_season", language), fills);
}

std::string withoutDoubt(const core::DatedEnd& end, std::string_view language,
                         const WordTable& words) {
    if (end.hasClock()) return formatInstant(end.from, language, words);
    if (end.precision == core::Precision::season) return seasonText(end, language, words);
    const int first = year(end.first()), last = year(end.last());
    if (end.precision == core::Precision::decade && first > 0)
        return filledWith("date_decade", "year", std::to_string(first), language, words);
    if (end.precision >= core::Precision::decade) return yearsText(first, last, language, words);
    return formatDate(end.first(), end.precision, language, words);
}

}  // namespace

std::string formatYear(int year, std::string_view language, const WordTable& words) {
    if (year > 0) return std::to_string(year);
    return filledWith("year_bc", "year", std::to_string(1 - year), language, words);
}

std::string formatDate(core::Day day, core::Precision precision, std::string_view language,
                       const WordTable& words) {
    const core::CivilDate date = core::toCivil(day);
    const std::string dayText = std::to_string(date.day);
    const std::string month =
        monthName(date.month, precision <= core::Precision::day, language, words);
    const std::string yearText = formatYear(date.year, language, words);
    const std::array<Fill, 3> fills{{{"day", dayText}, {"month", month}, {"year", yearText}}};
    return filled(patternOf(date, precision, language, words), fills);
}

std::string formatClock(core::Instant instant) {
    const int minutes = core::secondOfDay(instant) / 60;
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return two(minutes / 60) + ":" + two(minutes % 60);
}

std::string formatInstant(core::Instant instant, std::string_view language,
                          const WordTable& words) {
    const std::string date =
        formatDate(core::dayOf(instant), core::Precision::day, language, words);
    const std::string time = formatClock(instant);
    const std::array<Fill, 2> fills{{{"date", date}, {"time", time}}};
    return filled(words.word("date_time", language), fills);
}

std::string formatDate(const core::DatedEnd& end, std::string_view language,
                       const WordTable& words) {
    std::string text = withoutDoubt(end, language, words);
    for (const auto& [applies, key] :
         {std::pair{end.uncertain, "date_perhaps"}, std::pair{end.approximate, "date_about"}}) {
        if (applies) text = filledWith(key, "date", text, language, words);
    }
    return text;
}

std::string formatDate(const core::Period& period, std::string_view language,
                       const WordTable& words) {
    if (!period.interval) return formatDate(period.begin, language, words);
    if (period.openBegin || period.openEnd) {
        const std::string from = period.openBegin ? "" : formatDate(period.begin, language, words);
        const std::string to = period.openEnd ? "" : formatDate(period.end, language, words);
        return trimmed(join("date_span", from, to, language, words));
    }
    if (plainYear(period.begin) && plainYear(period.end))
        return yearsText(year(period.begin.first()), year(period.end.first()), language, words);
    return join("date_span", formatDate(period.begin, language, words),
                formatDate(period.end, language, words), language, words);
}

std::string formatNumber(std::int64_t number, std::string_view language, const WordTable& words) {
    return groupedDigits(number, words.word("digit_group", language));
}

}  // namespace ebbflow::text
