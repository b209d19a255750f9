#include "flow/cells.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace ebbflow::flow {

namespace {

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kNoBreakSpace = "\u00A0";
constexpr std::string_view kNarrowNoBreakSpace = "\u202F";

std::string without(std::string_view text, std::string_view mark) {
    std::string rest;
    for (std::size_t i = 0; i < text.size();) {
        if (text.substr(i).starts_with(mark)) {
            i += mark.size();
        } else {
            rest += text[i++];
        }
    }
    return rest;
}

/// For `1,390` and its like: what was used to group the digits, and how to write the number
/// without.
std::string groupingHint(std::string_view text) {
    constexpr std::pair<std::string_view, std::string_view> kMarks[] = {
        {",", "a comma"},           {" ", "a space"},
        {kNoBreakSpace, "a space"}, {kNarrowNoBreakSpace, "a space"},
        {"'", "an apostrophe"},     {"’", "an apostrophe"},
        {"_", "an underscore"}};
    for (const auto& [mark, name] : kMarks) {
        if (text.find(mark) == std::string_view::npos) continue;
        const std::string plain = without(text, mark);
        if (plain.empty() || plain.find_first_not_of("-.0123456789") != std::string::npos) continue;
        return fmt::format("{} in a number: write {}", name, plain);
    }
    return {};
}

/// What is wrong with a text that is not a row of digits.
std::string countFault(std::string_view column, std::string_view text) {
    if (std::string hint = groupingHint(text); !hint.empty()) return hint;
    if (text.starts_with('-')) {
        return fmt::format(
            "{} {} is negative; people going the other way are a row from there to here", column,
            text);
    }
    const std::size_t point = text.find('.');
    const bool decimal = point != std::string_view::npos && text.size() > 1 &&
                         text.find_first_not_of("0123456789.") == std::string_view::npos;
    if (decimal) {
        return fmt::format("`{}` is not a whole number; write {}", text,
                           text.substr(point + 1).find_first_not_of('0') == std::string_view::npos
                               ? std::string(text.substr(0, point))
                               : "the count of people or things, without a point");
    }
    return fmt::format(
        "`{}` is no number; write {} in plain digits, such as 1390, and doubts in "
        "`confidence`",
        text, column);
}

std::optional<double> parseDouble(std::string_view text) {
    double value = 0;
    if (text.starts_with('+')) text.remove_prefix(1);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// A finite number of a cell that is not empty.
std::optional<double> finiteNumber(RowReader& row, std::string_view column) {
    const std::string_view text = row.text(column);
    const auto value = parseDouble(text);
    if (value && std::isfinite(*value)) return value;
    const std::string hint = groupingHint(text);
    row.error(column, !hint.empty() ? hint : fmt::format("{}: `{}` is no number", column, text));
    return std::nullopt;
}

bool looksLikeDateAndTime(std::string_view text) {
    return text.size() > 11 && (text[10] == 'T' || text[10] == ' ') && text[4] == '-' &&
           text[7] == '-' && text.find('/') == std::string_view::npos;
}

/// `zh_hans` of a column → the tag `zh-Hans`, as BCP 47 writes it.
std::string languageTag(std::string_view suffix) {
    std::string tag(suffix);
    std::ranges::replace(tag, '_', '-');
    const std::size_t script = tag.find('-') + 1;
    if (script != 0 && tag.size() - script == 4 && tag[script] >= 'a' && tag[script] <= 'z') {
        tag[script] = static_cast<char>(tag[script] - 'a' + 'A');
    }
    return tag;
}

}  // namespace

std::optional<std::int64_t> readCount(RowReader& row, std::string_view column) {
    if (!row.require(column)) return std::nullopt;
    const std::string_view text = row.text(column);
    if (text.find_first_not_of(kDigits) != std::string_view::npos) {
        row.error(column, countFault(column, text));
        return std::nullopt;
    }
    std::int64_t value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (result.ec != std::errc{} || value > kMaxCount) {
        row.error(column, fmt::format("{} {} is over 1000000000, the most that one row may have",
                                      column, text));
        return std::nullopt;
    }
    return value;
}

std::optional<double> readNumber(RowReader& row, std::string_view column) {
    if (!row.require(column)) return std::nullopt;
    return finiteNumber(row, column);
}

std::optional<core::LonLat> readPosition(RowReader& row, std::string_view latColumn,
                                         std::string_view lonColumn) {
    if (row.text(latColumn).empty() && row.text(lonColumn).empty()) return std::nullopt;
    if (!row.require(latColumn) || !row.require(lonColumn)) return std::nullopt;
    const auto lat = finiteNumber(row, latColumn);
    const auto lon = finiteNumber(row, lonColumn);
    if (!lat || !lon) return std::nullopt;
    if (std::abs(*lat) > 90) {
        const bool swapped = std::abs(*lat) <= 180 && std::abs(*lon) <= 90;
        row.error(latColumn, fmt::format("latitude {} is not between -90 and 90{}", *lat,
                                         swapped ? "; are longitude and latitude swapped?" : ""));
        return std::nullopt;
    }
    if (*lon < -180 || *lon > 360) {
        row.error(lonColumn, fmt::format("longitude {} is not between -180 and 360", *lon));
        return std::nullopt;
    }
    return core::LonLat{*lon, *lat};
}

std::optional<core::Period> readPeriod(RowReader& row, std::string_view column) {
    std::string_view text = row.text(column);
    if (text.empty()) return std::nullopt;
    if (looksLikeDateAndTime(text)) text = text.substr(0, 10);
    auto [period, fault] = core::parsePeriod(text);
    if (!period) row.error(column, fmt::format("{}: {}", column, fault));
    return period;
}

core::Confidence readConfidence(RowReader& row, bool hasSource) {
    const std::string_view text = row.text("confidence");
    if (text.empty()) {
        return hasSource ? core::Confidence::documented : core::Confidence::unverified;
    }
    const auto confidence = core::parseConfidence(text);
    if (confidence) return *confidence;
    const std::vector<std::string> names(core::kConfidenceNames.begin(),
                                         core::kConfidenceNames.end());
    row.error("confidence", fmt::format("confidence `{}` is none of {}{}", text,
                                        fmt::join(names, ", "), core::didYouMean(text, names)));
    return core::Confidence::unverified;
}

std::vector<std::string> readList(RowReader& row, std::string_view column) {
    std::vector<std::string> list;
    std::string_view rest = row.text(column);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(';'), rest.size());
        std::string_view item = rest.substr(0, end);
        item.remove_prefix(std::min(item.find_first_not_of(' '), item.size()));
        item = item.substr(0, item.find_last_not_of(' ') + 1);
        if (!item.empty()) list.emplace_back(item);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return list;
}

core::LocalText readWords(RowReader& row, std::string_view column) {
    core::LocalText words;
    for (const std::string& name : row.table().columns) {
        if (!name.starts_with(column)) continue;
        const std::string_view rest = std::string_view(name).substr(column.size());
        if (!rest.empty() && !(rest.starts_with('_') && rest.size() > 1)) continue;
        const std::string_view text = row.text(name);
        if (text.empty()) continue;
        words.words.emplace_back(rest.empty() ? std::string{} : languageTag(rest.substr(1)), text);
    }
    return words;
}

}  // namespace ebbflow::flow
