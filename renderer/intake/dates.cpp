#include "intake/dates.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "core/date.hpp"
#include "core/date_advice.hpp"
#include "core/date_format.hpp"
#include "core/digits.hpp"

namespace ebbflow::intake {

namespace {

/// A clock as EDTF has it: ` UTC` and ` +00:00` behind it are zones.
std::string withZone(std::string_view text) {
    std::string plain(text);
    if (plain.ends_with(" UTC") || plain.ends_with(" GMT"))
        return plain.substr(0, plain.size() - 4) + "Z";
    const std::size_t zone = plain.size() > 7 ? plain.size() - 7 : 0;
    if (zone > 0 && plain[zone] == ' ' && (plain[zone + 1] == '+' || plain[zone + 1] == '-') &&
        plain[zone + 4] == ':')
        plain.erase(zone, 1);
    return plain;
}

/// Seconds or milliseconds since 1970, of a text that is nothing else: from 1973 on.
std::optional<double> epochOf(std::string_view text) {
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    if (point != std::string_view::npos && !core::isNumber(text.substr(point + 1), 1, 9))
        return std::nullopt;
    if (!core::isNumber(whole, 9, 10) && !core::isNumber(whole, 12, 13)) return std::nullopt;
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return whole.size() > 10 ? value / 1000 : value;
}

/// `f` of every cell that is not empty, which may change it.
void forEachCell(flow::RawTable& table, std::size_t column, auto f) {
    for (flow::RawRow& row : table.rows) {
        if (column < row.values.size() && !flow::trimmed(row.values[column]).empty())
            f(row.values[column]);
    }
}

bool areEpochs(flow::RawTable& table, std::size_t column) {
    bool all = true, any = false;
    forEachCell(table, column, [&](const std::string& cell) {
        any = true;
        all = all && epochOf(flow::trimmed(cell)).has_value();
    });
    return any && all;
}

/// What the cells that are no EDTF could have been written by: how many each pattern reads.
struct Count {
    std::map<std::string_view, std::size_t> reads;
    std::size_t odd = 0;  ///< cells that are no EDTF
    std::string first;
};

Count countForms(flow::RawTable& table, std::size_t column) {
    Count count;
    forEachCell(table, column, [&](const std::string& cell) {
        const std::string_view text = flow::trimmed(cell);
        if (core::parsePeriod(text).period) return;
        if (count.odd++ == 0) count.first = text;
        for (const std::string_view form : core::formsLike(text)) ++count.reads[form];
    });
    return count;
}

bool takeForm(flow::RawTable& table, std::size_t column, const Count& count, Reading& reading) {
    std::size_t most = 0;
    for (const auto& [form, cells] : count.reads) most = std::max(most, cells);
    std::vector<std::string_view> best;
    for (const auto& [form, cells] : count.reads) {
        if (cells == most) best.push_back(form);
    }
    if (best.empty()) return true;  // row by row it will be said
    if (best.size() > 1) {
        reading.diagnostics.error(
            table.place,
            fmt::format("column `{}`: `{}` may be {} or {}, and nothing in the column "
                        "tells which; say it with --dates \"{}\"",
                        table.columns[column], count.first, best[0], best[1], best[0]));
        return false;
    }
    table.dates.format = core::DateFormat::of(best.front());
    reading.findings.understood.push_back(
        fmt::format("dates such as `{}` are read as {}, which fits the whole column", count.first,
                    best.front()));
    return true;
}

}  // namespace

std::string clockText(core::Instant at) {
    constexpr int kHour = 3600, kMinute = 60;
    const int second = core::secondOfDay(at);
    return fmt::format("{}T{:02}:{:02}:{:02}", core::toString(core::dayOf(at)), second / kHour,
                       second % kHour / kMinute, second % kMinute);
}

std::string epochText(double seconds) {
    return clockText({static_cast<std::int64_t>(std::floor(seconds))});
}

bool settleDates(flow::RawTable& table, std::size_t column, Reading& reading) {
    if (areEpochs(table, column)) {
        forEachCell(table, column,
                    [](std::string& cell) { cell = epochText(*epochOf(flow::trimmed(cell))); });
        reading.findings.understood.push_back(
            fmt::format("column `{}` counts seconds since 1970; clocks are those of Greenwich",
                        table.columns[column]));
        return true;
    }
    forEachCell(table, column, [](std::string& cell) { cell = withZone(flow::trimmed(cell)); });
    if (!reading.forms.dateFormat.empty()) {
        table.dates.format = core::DateFormat::of(reading.forms.dateFormat);
        return true;
    }
    const Count count = countForms(table, column);
    return count.odd == 0 || takeForm(table, column, count, reading);
}

}  // namespace ebbflow::intake
