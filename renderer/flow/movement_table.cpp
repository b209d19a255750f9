#include <unordered_map>

#include <fmt/format.h>

#include "flow/cells.hpp"
#include "flow/date_form.hpp"
#include "flow/table_parts.hpp"

namespace ebbflow::flow {

namespace {

/// `start` and `end` as one interval. Nothing after reporting a fault, or when neither is given.
std::optional<core::Period> readStartEnd(RowReader& row) {
    const auto start = readPeriod(row, "start");
    const auto end = readPeriod(row, "end");
    if (!row.sound() || (!start && !end)) return std::nullopt;
    core::Period period;
    period.interval = true;
    period.openBegin = !start;
    period.openEnd = !end;
    period.begin = start ? start->begin : end->begin;
    period.end = end ? end->end : start->end;
    if (period.span().empty()) {
        row.error("end",
                  fmt::format("end {} is before start {}", row.text("end"), row.text("start")));
        return std::nullopt;
    }
    return period;
}

core::Period undated() {
    core::Period period;
    period.interval = period.openBegin = period.openEnd = true;
    return period;
}

std::optional<core::Period> readWhen(RowReader& row, bool tableHasDates) {
    if (!tableHasDates) return undated();
    if (row.has("when") && !row.text("when").empty()) return readPeriod(row, "when");
    auto period = readStartEnd(row);
    if (!period && row.sound()) {
        row.error(row.has("when") ? "when" : "start",
                  "this row has no date; write one, or leave the whole column out to spread all "
                  "rows over "
                  "the film");
    }
    return period;
}

std::string placeText(const Location& location) {
    return location.placeId.empty()
               ? fmt::format("{},{}", location.position.lat, location.position.lon)
               : location.placeId;
}

/// An id for a row that has none: what the row says, so that it stays when other rows come, go or
/// move.
std::string idFromContent(const Movement& movement) {
    const std::string when = isUndated(movement) ? "undated" : core::toString(movement.when);
    std::string id = fmt::format("{}:{}>{}@{}:{}", movement.kind, placeText(movement.from),
                                 placeText(movement.to), when, movement.count);
    if (!movement.route.empty()) id += ":" + movement.route;
    return id;
}

Movement readMovement(RowReader& row, bool tableHasDates, TableContext& context) {
    Movement movement;
    movement.row = row.row().place;
    movement.id = row.text("id");
    movement.kind = row.text("kind").empty() ? "movement" : row.text("kind");
    movement.unit = row.text("unit");
    movement.route = row.text("route");
    const auto from = context.readLocation(row, "from", "from_lat", "from_lon");
    const auto to = context.readLocation(row, "to", "to_lat", "to_lon");
    const auto count = readCount(row, "count");
    context.readEvidence(row, movement.sources, movement.confidence);
    const auto when = readWhen(row, tableHasDates);
    if (!from || !to || !when || !count) row.markFaulty();
    if (!row.sound()) return movement;
    movement.from = *from;
    movement.to = *to;
    movement.when = *when;
    movement.count = *count;
    movement.way = row.row().way;
    if (movement.from.position == movement.to.position && !movement.way) {
        row.warning(
            "to", fmt::format("from and to are the same place, `{}`: its lights go nowhere, and a "
                              "ring that pulses there stands for them",
                              placeText(movement.to)));
    }
    return movement;
}

class MovementReader {
public:
    explicit MovementReader(TableContext& context) : context_(context) {}

    void read(const RawTable& table) {
        if (!hasColumns(table, {{"from", "from_lat"}, {"to", "to_lat"}, {"count"}},
                        context_.diagnostics())) {
            return;
        }
        const bool dated = table.find("when") || table.find("start") || table.find("end");
        if (!dated && !table.rows.empty()) {
            const std::string dates = unreadDates(table, core::movementColumns());
            context_.diagnostics().warning(
                table.place,
                "there is no column `when`: all rows are spread over the whole film" +
                    (dates.empty()
                         ? std::string{}
                         : fmt::format("; `{}` looks like dates, and `columns: {{when: {}}}` "
                                       "beside the table's `file:` reads it",
                                       dates, dates)));
        }
        for (const RawRow& raw : table.rows) {
            RowReader row(table, raw, context_.diagnostics());
            add(row, readMovement(row, dated, context_));
        }
    }
    [[nodiscard]] std::vector<Movement> take() { return std::move(movements_); }

private:
    void add(RowReader& row, Movement movement) {
        if (!movement.id.empty()) {
            context_.claimId(row, "movements", movement.id);
        } else if (row.sound()) {
            movement.id = idFromContent(movement);
            // Rows that say the same are told apart by number; which is which makes no difference.
            if (const int twins = twins_[movement.id]++; twins > 0) {
                movement.id += fmt::format("#{}", twins + 1);
            }
        }
        if (row.sound()) movements_.push_back(std::move(movement));
    }

    TableContext& context_;
    std::vector<Movement> movements_;
    std::unordered_map<std::string, int> twins_;
};

}  // namespace

std::vector<Movement> readMovements(const std::vector<RawTable>& tables, TableContext& context) {
    MovementReader reader(context);
    for (const RawTable& table : tables) reader.read(table);
    return reader.take();
}

}  // namespace ebbflow::flow
