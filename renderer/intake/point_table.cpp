#include "intake/point_table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/table_columns.hpp"
#include "flow/cells.hpp"
#include "flow/number_form.hpp"
#include "intake/columns.hpp"
#include "intake/dates.hpp"
#include "intake/journey_rows.hpp"
#include "intake/left_out.hpp"

namespace ebbflow::intake {

namespace {

/// Gives the columns our names, and says which were passed over.
void nameColumns(Sheet& sheet, Reading& reading) {
    flow::RawTable& table = sheet.table;
    const auto position = positionsOf(table).front();
    const auto name = columnOf(table, "name"), id = columnOf(table, "id");
    const auto when = columnOf(table, "when"), group = columnOf(table, "group");
    std::vector<std::string> others;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const bool known = i == position.lat || i == position.lon || i == name || i == when ||
                           i == group || (!name && i == id);
        if (!known && !table.columns[i].empty())
            others.push_back(fmt::format("`{}`", table.columns[i]));
    }
    rename(table, position.lat, "lat");
    rename(table, position.lon, "lon");
    if (name || id) rename(table, name ? *name : *id, "name");
    if (when) rename(table, *when, "when");
    if (group && group != name) rename(table, *group, "journey");
    if (!others.empty())
        reading.findings.passedOver.push_back(
            fmt::format("column{} {} of {}: a stop has nothing of the kind",
                        others.size() == 1 ? "" : "s", fmt::join(others, ", "), sheet.name()));
}

}  // namespace

bool hasPoints(const flow::RawTable& table) {
    return positionsOf(table).size() == 1 && !hasTwoEnds(table);
}

bool hasDates(const flow::RawTable& table) {
    return columnOf(table, "when").has_value();
}

std::optional<std::vector<Stop>> pointsOf(Sheet& sheet, Reading& reading) {
    flow::RawTable& table = sheet.table;
    nameColumns(sheet, reading);
    if (const auto when = table.find("when"); when && !settleDates(table, *when, reading))
        return std::nullopt;
    table.decimal = reading.forms.decimal;
    flow::settleNumbers(table, core::placeColumns(), reading.diagnostics);
    std::vector<Stop> stops;
    LeftOut leftOut(sheet.name(), reading);
    for (const flow::RawRow& raw : table.rows) {
        core::Diagnostics faults;
        flow::RowReader row(table, raw, faults);
        const auto at = flow::readPosition(row, "lat", "lon");
        const auto when = flow::readPeriod(row, "when");
        if (!at && row.sound()) row.error("lat", "this point has no position");
        if (leftOut.take(faults)) continue;
        stops.push_back(
            {std::string(row.text("name")), *at, when, std::string(row.text("journey"))});
    }
    leftOut.tell();
    return stops;
}

}  // namespace ebbflow::intake
