// An origin–destination matrix: a row for each place that is left, a column for each that is
// reached, and how many in the cells.

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "core/table_columns.hpp"
#include "flow/number_form.hpp"
#include "geo/fold_name.hpp"
#include "intake/columns.hpp"
#include "intake/journey_rows.hpp"
#include "intake/kinds.hpp"

namespace ebbflow::intake {

namespace {

/// Names as the rows have them, by their keys.
std::map<std::string, std::string> labelsOf(const flow::RawTable& table) {
    std::map<std::string, std::string> labels;
    for (const flow::RawRow& row : table.rows) {
        if (!row.values.empty() && !flow::trimmed(row.values[0]).empty())
            labels.emplace(geo::foldName(row.values[0]), flow::trimmed(row.values[0]));
    }
    return labels;
}

/// Columns, but for the first, whose names are also names of rows.
std::size_t sharedNames(const flow::RawTable& table) {
    const auto labels = labelsOf(table);
    return static_cast<std::size_t>(std::ranges::count_if(
        table.columns.begin() + 1, table.columns.end(),
        [&](const std::string& column) { return labels.contains(geo::foldName(column)); }));
}

/// By the names alone: half of the columns, and two at least, are rows too.
bool isMatrix(const Sheet& sheet) {
    const flow::RawTable& table = sheet.table;
    if (table.columns.size() < 3 || table.rows.size() < 2 || hasTwoEnds(table)) return false;
    const std::size_t shared = sharedNames(table);
    return shared >= 2 && shared * 2 >= table.columns.size() - 1;
}

bool isPlaceMatrix(const Given& given) {
    return std::ranges::any_of(given.sheets, isMatrix);
}

/// The same cells as rows of journeys.
flow::RawTable asRows(const flow::RawTable& matrix) {
    const auto labels = labelsOf(matrix);
    flow::RawTable table;
    table.place = matrix.place;
    table.separator = matrix.separator;
    table.columns = {"from", "to", "count"};
    for (const flow::RawRow& row : matrix.rows) {
        for (std::size_t i = 1; i < row.values.size(); ++i) {
            if (flow::trimmed(row.values[i]).empty()) continue;
            const auto own = labels.find(geo::foldName(matrix.columns[i]));
            flow::RawRow cell{{row.values[0], own == labels.end() ? matrix.columns[i] : own->second,
                               row.values[i]},
                              {},
                              row.place};
            if (i < row.places.size()) cell.places = {row.places[0], row.places[i], row.places[i]};
            table.rows.push_back(std::move(cell));
        }
    }
    return table;
}

std::optional<Draft> readPlaceMatrix(Given& given, Reading& reading) {
    Draft draft;
    PlaceFinder places(reading);
    for (Sheet& sheet : given.sheets) {
        if (!isMatrix(sheet)) places.take(sheet);
    }
    bool sound = true;
    for (Sheet& sheet : given.sheets) {
        if (!isMatrix(sheet)) continue;
        reading.findings.understood.push_back(
            fmt::format("{}: rows are where they leave, columns where they arrive", sheet.name()));
        sheet.table = asRows(sheet.table);
        sound = addJourneys(sheet, places, reading, draft) && sound;
    }
    draft.places = places.used();
    return sound ? std::optional(std::move(draft)) : std::nullopt;
}

}  // namespace

Kind placeMatrix() {
    return {"matrix", "a matrix of places by places", isPlaceMatrix, readPlaceMatrix};
}

}  // namespace ebbflow::intake
