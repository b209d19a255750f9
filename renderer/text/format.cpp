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
    switch (precision) {
        case core::Precision::year:
            return words.word("date_year", language);
        case core::Precision::month:
            return words.word("date_month", language);
        case core::Precision::day:
            break;
    }
    if (date.day == 1) {
        if (const char* first = words.find("date_day_first", language)) return first;
    }
    return words.word("date_day", language);
}

bool plainYear(const core::DatedEnd& end) {
    return end.precision == core::Precision::year && !end.approximate && !end.uncertain;
}

std::string join(std::string_view key, const std::string& from, const std::string& to,
                 std::string_view language, const WordTable& words) {
    const std::array<Fill, 2> fills{{{"from", from}, {"to", to}}};
    return filled(words.word(key, language), fills);
}

std::string trimmed(const std::string& text) {
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::string year(core::Day day) {
    return std::to_string(core::toCivil(day).year);
}

}  // namespace

std::string formatDate(core::Day day, core::Precision precision, std::string_view language,
                       const WordTable& words) {
    const core::CivilDate date = core::toCivil(day);
    const std::string dayText = std::to_string(date.day);
    const std::string month =
        monthName(date.month, precision == core::Precision::day, language, words);
    const std::string yearText = std::to_string(date.year);
    const std::array<Fill, 3> fills{{{"day", dayText}, {"month", month}, {"year", yearText}}};
    return filled(patternOf(date, precision, language, words), fills);
}

std::string formatDate(const core::DatedEnd& end, std::string_view language,
                       const WordTable& words) {
    std::string text = formatDate(end.first, end.precision, language, words);
    for (const auto& [applies, key] :
         {std::pair{end.uncertain, "date_perhaps"}, std::pair{end.approximate, "date_about"}}) {
        if (!applies) continue;
        const std::array<Fill, 1> fills{{{"date", text}}};
        text = filled(words.word(key, language), fills);
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
    if (plainYear(period.begin) && plainYear(period.end)) {
        return join("date_years", year(period.begin.first), year(period.end.first), language,
                    words);
    }
    return join("date_span", formatDate(period.begin, language, words),
                formatDate(period.end, language, words), language, words);
}

std::string formatNumber(std::int64_t number, std::string_view language, const WordTable& words) {
    return groupedDigits(number, words.word("digit_group", language));
}

}  // namespace ebbflow::text
