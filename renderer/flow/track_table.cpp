#include "flow/track_table.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <set>

#include <fmt/format.h>

#include "core/date.hpp"

namespace ebbflow::flow {

namespace {

constexpr std::array<std::string_view, 4> kEndColumns{"from_lat", "from_lon", "to_lat", "to_lon"};

/// An id that two tracks have is no id: a vehicle's, say.
bool tellsApart(const std::vector<Track>& tracks, std::string_view column) {
    std::set<std::string_view> seen;
    for (const Track& track : tracks) {
        for (const auto& [name, value] : track.properties)
            if (name == column && !seen.insert(value).second) return false;
    }
    return true;
}

std::vector<std::string> columnsOf(const std::vector<Track>& tracks) {
    const bool timed = std::ranges::any_of(tracks, [](const Track& t) { return !t.begin.empty(); });
    std::vector<std::string> columns(kEndColumns.begin(), kEndColumns.end());
    if (timed) columns.emplace_back("when");
    for (const Track& track : tracks) {
        for (const auto& [name, value] : track.properties) {
            if (std::ranges::find(columns, name) == columns.end()) columns.push_back(name);
        }
    }
    if (!tellsApart(tracks, "id")) std::erase(columns, "id");
    if (std::ranges::find(columns, "count") == columns.end()) columns.emplace_back("count");
    return columns;
}

std::shared_ptr<const OwnWay> wayOf(const Track& track) {
    OwnWay way{track.points, std::nullopt};
    if (!track.end.empty() && track.end != track.begin) {
        const auto end = core::parsePeriod(track.end).period;
        if (end && end->hasClock()) way.arrival = end->begin.from;
    }
    return std::make_shared<const OwnWay>(std::move(way));
}

class RowCells {
public:
    explicit RowCells(const std::vector<std::string>& columns)
        : columns_(columns), values_(columns.size()) {}
    void set(std::string_view column, std::string value) {
        const auto at = std::ranges::find(columns_, column);
        if (at != columns_.end())
            values_[static_cast<std::size_t>(at - columns_.begin())] = std::move(value);
    }
    [[nodiscard]] std::vector<std::string> take() { return std::move(values_); }

private:
    const std::vector<std::string>& columns_;
    std::vector<std::string> values_;
};

}  // namespace

RawTable tableOf(const std::vector<Track>& tracks, const std::string& path) {
    RawTable table;
    table.place = {path, 0, 0};
    table.columns = columnsOf(tracks);
    for (const std::string& column : table.columns)
        table.columnIsTyped.push_back(std::ranges::find(kEndColumns, column) != kEndColumns.end());
    for (const Track& track : tracks) {
        RawRow& row = table.rows.emplace_back();
        row.place = {fmt::format("{} (track {})", path, table.rows.size()), 0, 0};
        RowCells cells(table.columns);
        cells.set("count", "1");
        for (const auto& [name, value] : track.properties) cells.set(name, value);
        const core::LonLat &from = track.points.front(), &to = track.points.back();
        const std::array ends{from.lat, from.lon, to.lat, to.lon};
        for (std::size_t i = 0; i < kEndColumns.size(); ++i)
            cells.set(kEndColumns[i], fmt::format("{}", ends[i]));
        if (!track.begin.empty()) cells.set("when", track.begin);
        row.values = cells.take();
        row.way = wayOf(track);
    }
    return table;
}

}  // namespace ebbflow::flow
