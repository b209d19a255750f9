#include "flow/cells.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "flow/date_form.hpp"
#include "flow/number_form.hpp"

namespace ebbflow::flow {

namespace {

bool isTyped(const RowReader& row, std::string_view column) {
    const auto index = row.table().find(column);
    return index && row.table().isTyped(*index);
}

/// Whether nobody can tell which number a cell is, which was reported with its table.
bool inDoubt(RowReader& row, std::string_view column) {
    const bool doubt = !row.table().numbers.settled && !isTyped(row, column) &&
                       row.text(column).find_first_of(".,") != std::string_view::npos;
    if (doubt) row.markFaulty();
    return doubt;
}

/// The number of a cell in plain digits, in the form of its table.
std::optional<std::string> plainOf(const RowReader& row, std::string_view column) {
    return plainNumber(row.text(column), isTyped(row, column) ? '.' : row.table().numbers.decimal);
}

/// What to write where a mark stands that cannot be read.
std::string markHint(const NumberForm& form, std::string_view text) {
    if (text.find_first_of(".,") == std::string_view::npos ||
        text.find_first_not_of("+-., 0123456789") != std::string_view::npos)
        return {};
    return fmt::format("; the table's decimal sign is a {}",
                       form.decimal == ',' ? "comma" : "point");
}

std::string countFault(std::string_view column, std::string_view text, const NumberForm& form) {
    if (text.starts_with('-')) {
        return fmt::format(
            "{} {} is negative; people going the other way are a row from there to here", column,
            text);
    }
    return fmt::format(
        "`{}` is no number{}; write {} in plain digits, such as 1390, and doubts in `confidence`",
        text, markHint(form, text), column);
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
    if (inDoubt(row, column)) return std::nullopt;
    const auto plain = plainOf(row, column);
    // What has an exponent is written by programs, with a point.
    const auto value = parseDouble(plain ? std::string_view(*plain) : text);
    const bool groups = !plain && text.find_first_of(",. ") != std::string_view::npos &&
                        text.find_first_of("eE") == std::string_view::npos;
    if (value && std::isfinite(*value) && !groups) return value;
    row.error(column, fmt::format("{}: `{}` is no number{}", column, text,
                                  markHint(row.table().numbers, text)));
    return std::nullopt;
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
    if (inDoubt(row, column)) return std::nullopt;
    const auto plain = plainOf(row, column);
    if (!plain || plain->starts_with('-')) {
        row.error(column, countFault(column, text, row.table().numbers));
        return std::nullopt;
    }
    const std::size_t point = plain->find('.');
    if (point != std::string::npos &&
        plain->find_first_not_of('0', point + 1) != std::string::npos) {
        row.error(column, fmt::format("`{}` is not a whole number; write the count of people or "
                                      "things",
                                      text));
        return std::nullopt;
    }
    const std::string digits = plain->substr(0, point);
    std::int64_t value = 0;
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
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
    const std::string_view text = row.text(column);
    if (text.empty()) return std::nullopt;
    auto [period, fault] = readDate(row.table(), column, text);
    if (!period) row.error(column, fmt::format("{}: {}", column, fault));
    if (period && period->saysNothing() && column != "when") {
        row.error(column, fmt::format("{}: `{}` says no date", column, text));
        return std::nullopt;
    }
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
