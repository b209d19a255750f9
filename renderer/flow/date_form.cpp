#include "flow/date_form.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include <fmt/format.h>

#include "core/date_advice.hpp"
#include "geo/map_columns.hpp"

namespace ebbflow::flow {

namespace {

core::PeriodOrFault parse(const DateForms& forms, std::string_view text) {
    if (forms.format) {
        if (const auto edtf = forms.format->toEdtf(text)) {
            auto read = core::parsePeriod(*edtf);
            if (!read.period) read.fault = fmt::format("`{}`: {}", text, read.fault);
            return read;
        }
    }
    return core::parsePeriod(text);
}

/// `f` of every value of a column that is not empty.
void forEachCell(const RawTable& table, std::size_t column, auto f) {
    for (const RawRow& row : table.rows) {
        if (column >= row.values.size()) continue;
        const std::string_view text = trimmed(row.values[column]);
        if (!text.empty()) f(text);
    }
}

std::string zoneName(const std::optional<std::int16_t>& zone) {
    if (!zone) return "none";
    return fmt::format("{}{:02}:{:02}", *zone < 0 ? '-' : '+', std::abs(*zone) / 60,
                       std::abs(*zone) % 60);
}

void settleColumn(RawTable& table, std::size_t index, const std::string& column,
                  core::Diagnostics& diagnostics) {
    std::set<std::optional<std::int16_t>> zones;
    bool midnights = false, clocks = false;
    forEachCell(table, index, [&](std::string_view text) {
        if (text.find(':') == std::string_view::npos) return;
        const auto read = parse(table.dates, text);
        if (!read.period || !read.period->hasClock()) return;
        const bool midnight = core::secondOfDay(read.period->begin.from) == 0;
        (midnight ? midnights : clocks) = true;
        zones.insert(read.period->begin.zone);
    });
    if (midnights && !clocks) table.dates.midnights.push_back(column);
    if (zones.size() < 2 || !clocks) return;
    std::vector<std::string> names;
    for (const auto& zone : zones) names.push_back(zoneName(zone));
    diagnostics.warning(
        table.place, fmt::format("column `{}` has clocks of several zones ({}); each is shown as "
                                 "it is written",
                                 column, fmt::join(names, ", ")));
}

/// The patterns that read a cell and the most cells of its column besides.
std::vector<std::string_view> likelyForms(const RawTable& table, std::size_t column,
                                          std::string_view text) {
    std::map<std::string_view, std::size_t> reads;
    for (const std::string_view form : core::formsLike(text)) reads[form] = 0;
    if (reads.size() > 1) {
        forEachCell(table, column, [&](std::string_view cell) {
            for (const std::string_view form : core::formsLike(cell)) {
                if (const auto own = reads.find(form); own != reads.end()) ++own->second;
            }
        });
    }
    std::size_t most = 0;
    for (const auto& [form, cells] : reads) most = std::max(most, cells);
    std::vector<std::string_view> forms;
    for (const auto& [form, cells] : reads) {
        if (cells == most) forms.push_back(form);
    }
    return forms;
}

std::string notAsEdtf(const RawTable& table, std::size_t column, std::string_view text) {
    const auto forms = likelyForms(table, column, text);
    if (forms.empty()) return {};
    if (forms.size() == 1) {
        return fmt::format(
            "`{}` looks like {}; `date_format: {}` beside the table's `file:` reads "
            "the column",
            text, forms[0], forms[0]);
    }
    return fmt::format(
        "`{}` may be {} or {}, and nothing in the column tells which; `date_format:` "
        "beside the table's `file:` says it",
        text, forms[0], forms[1]);
}

}  // namespace

void settleDates(RawTable& table, const core::TableColumns& columns,
                 core::Diagnostics& diagnostics) {
    for (const core::Column& column : columns.columns) {
        const auto index = table.find(column.name);
        if (index && column.kind == core::ColumnKind::date)
            settleColumn(table, *index, std::string(column.name), diagnostics);
    }
}

std::string unreadDates(const RawTable& table, const core::TableColumns& columns) {
    const std::vector<std::string> ours = core::ourNames(columns);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const std::string& name = table.columns[i];
        if (std::ranges::find(ours, name) != ours.end() || !geo::soundsLikeADate(name)) continue;
        bool any = false, all = true;
        forEachCell(table, i, [&](std::string_view text) {
            any = true;
            all = all && (core::parsePeriod(text).period || !core::formsLike(text).empty());
        });
        if (any && all) return name;
    }
    return {};
}

core::PeriodOrFault readDate(const RawTable& table, std::string_view column,
                             std::string_view text) {
    core::PeriodOrFault read = parse(table.dates, text);
    const auto index = table.find(column);
    if (!read.period) {
        if (table.dates.format) {
            read.fault += fmt::format(" (`date_format` is {})", table.dates.format->pattern());
        } else if (const std::string advice = notAsEdtf(table, *index, text); !advice.empty()) {
            read.fault = advice;
        }
        return read;
    }
    if (read.period->hasClock() &&
        std::ranges::find(table.dates.midnights, column) != table.dates.midnights.end()) {
        const std::string day = core::toString(read.period->first());
        return core::parsePeriod(
            read.period->interval ? fmt::format("{}/{}", day, core::toString(read.period->last()))
                                  : day);
    }
    return read;
}

}  // namespace ebbflow::flow
