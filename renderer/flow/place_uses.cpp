#include "flow/place_uses.hpp"

#include "flow/track_parts.hpp"

namespace ebbflow::flow {

namespace {

/// More points of one film tell no more of where it is.
constexpr std::size_t kMostPoints = 1000;

/// The cell, or nothing where the table has no such column.
std::string_view cellOf(const RawRow& row, const std::optional<std::size_t>& column) {
    if (!column || *column >= row.values.size()) return {};
    return trimmed(row.values[*column]);
}

}  // namespace

void PlaceUses::addColumns(const RawTable& table, const PlaceColumns& columns) {
    const auto name = table.find(columns.name), lat = table.find(columns.lat),
               lon = table.find(columns.lon);
    core::Diagnostics none;
    for (const RawRow& row : table.rows) {
        const std::string_view north = cellOf(row, lat), east = cellOf(row, lon);
        if (north.empty() && east.empty()) {
            const std::string_view called = cellOf(row, name);
            if (called.empty() || seen_.find(called) != seen_.end()) continue;
            seen_.emplace(called);
            names_.push_back(
                {std::string(called), RowReader(table, row, none).place(columns.name)});
            continue;
        }
        if (points_.size() >= kMostPoints) continue;
        // Numbers in another form than programs write are left to those who read them.
        const auto y = numberOf(north), x = numberOf(east);
        if (y && x) points_.push_back({*x, *y});
    }
}

void PlaceUses::add(const RawTable& table, std::span<const PlaceColumns> columns) {
    for (const PlaceColumns& place : columns) addColumns(table, place);
}

}  // namespace ebbflow::flow
