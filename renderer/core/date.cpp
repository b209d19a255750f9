#include "core/date.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace ebbflow::core {

namespace {

std::string doubtText(const DatedEnd& end) {
    if (end.approximate && end.uncertain) return "%";
    if (end.approximate) return "~";
    return end.uncertain ? "?" : "";
}

std::string zoneText(int minutes) {
    if (minutes == 0) return "Z";
    const int size = minutes < 0 ? -minutes : minutes;
    return fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', size / 60, size % 60);
}

std::string clockText(const DatedEnd& end) {
    const int second = secondOfDay(end.from);
    std::string text = fmt::format("T{:02}:{:02}", second / 3600, second / 60 % 60);
    if (end.precision == Precision::second) text += fmt::format(":{:02}", second % 60);
    return end.zone ? text + zoneText(*end.zone) : text;
}

/// `195X`: the last digits as nobody knows them. Before Christ the first year is the larger number.
std::string maskedYear(const DatedEnd& end) {
    const int year = toCivil(end.last()).year <= 0 && end.unknownDigits < 4
                         ? toCivil(end.last()).year
                         : toCivil(end.first()).year;
    std::string text = yearText(year);
    for (std::size_t i = 0; i < end.unknownDigits; ++i) text[text.size() - 1 - i] = 'X';
    return text;
}

std::string plainText(const DatedEnd& end) {
    const CivilDate d = toCivil(end.first());
    switch (end.precision) {
        case Precision::decade:
        case Precision::century:
            return maskedYear(end);
        case Precision::year:
            return yearText(d.year) + (end.unspecified ? "-XX" : "");
        case Precision::season:
            return fmt::format("{}-{}", yearText(d.year), end.season);
        case Precision::month:
            return fmt::format("{}-{:02}{}", yearText(d.year), d.month,
                               end.unspecified ? "-XX" : "");
        case Precision::day:
            return toString(end.first());
        case Precision::minute:
        case Precision::second:
            return toString(end.first()) + clockText(end);
    }
    return {};
}

std::string endText(const DatedEnd& end) {
    return plainText(end) + doubtText(end);
}

bool isSoftEnd(const DatedEnd& end) {
    return end.approximate || end.uncertain || end.unspecified ||
           end.precision == Precision::season;
}

}  // namespace

Precision Period::precision() const {
    return std::max(begin.precision, end.precision);
}

bool Period::isSoft() const {
    return isSoftEnd(begin) || isSoftEnd(end);
}

std::string toString(const Period& period) {
    if (!period.interval) return endText(period.begin);
    return (period.openBegin ? std::string("..") : endText(period.begin)) + "/" +
           (period.openEnd ? std::string("..") : endText(period.end));
}

}  // namespace ebbflow::core
