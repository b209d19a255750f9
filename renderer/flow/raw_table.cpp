#include "flow/raw_table.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace ebbflow::flow {

namespace {

/// A name that ends in `_` stands for all columns that begin with it.
bool isKnown(std::string_view column, const std::vector<std::string>& known) {
    return std::ranges::any_of(known, [&](const std::string& name) {
        return name.ends_with('_') ? column.starts_with(name) : column == name;
    });
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kNoBreakSpace = "\u00A0";
    constexpr std::string_view kSpaces = " \t\r\n";
    while (true) {
        const std::size_t before = text.size();
        text.remove_prefix(std::min(text.find_first_not_of(kSpaces), text.size()));
        text = text.substr(0, text.find_last_not_of(kSpaces) + 1);
        if (text.starts_with(kNoBreakSpace)) text.remove_prefix(kNoBreakSpace.size());
        if (text.ends_with(kNoBreakSpace)) text.remove_suffix(kNoBreakSpace.size());
        if (text.size() == before) return text;
    }
}

std::optional<std::size_t> RawTable::find(std::string_view column) const {
    const auto found = std::ranges::find(columns, column);
    if (found == columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns.begin());
}

bool RawTable::isTyped(std::size_t column) const {
    return column < columnIsTyped.size() && columnIsTyped[column];
}

void RawTable::takeOtherNames(const core::TableColumns& ours) {
    for (const auto& [other, usual] : core::otherNames(ours)) {
        const auto index = find(other);
        if (index && !find(usual)) columns[*index] = usual;
    }
}

void warnOfSlips(const RawTable& table, const core::TableColumns& columns,
                 core::Diagnostics& diagnostics) {
    const std::vector<std::string> known = core::ourNames(columns);
    std::vector<std::string> absent;
    for (const std::string& name : known) {
        if (!name.ends_with('_') && !table.find(name)) absent.push_back(name);
    }
    for (const std::string& column : table.columns) {
        if (column.empty() || isKnown(column, known)) continue;
        const std::string_view nearest = core::nearestName(column, absent);
        if (nearest.empty()) continue;
        diagnostics.warning(table.place, fmt::format("column `{}` is not read; did you mean `{}`?",
                                                     column, nearest));
    }
}

std::string_view RowReader::text(std::string_view column) const {
    const auto index = table_.find(column);
    if (!index || *index >= row_.values.size()) return {};
    return trimmed(row_.values[*index]);
}

core::SourcePlace RowReader::place(std::string_view column) const {
    const auto index = table_.find(column);
    if (!index || *index >= row_.places.size() || row_.places[*index].line == 0) return row_.place;
    const TextPlace& cell = row_.places[*index];
    return {row_.place.file, static_cast<int>(cell.line), static_cast<int>(cell.column)};
}

void RowReader::error(std::string_view column, std::string message) {
    sound_ = false;
    diagnostics_.error(place(column), std::move(message));
}

void RowReader::warning(std::string_view column, std::string message) {
    diagnostics_.warning(place(column), std::move(message));
}

bool RowReader::require(std::string_view column) {
    if (!text(column).empty()) return true;
    error(column, fmt::format("`{}` is empty; this row needs it", column));
    return false;
}

}  // namespace ebbflow::flow
