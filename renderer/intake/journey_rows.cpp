#include "intake/journey_rows.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/table_columns.hpp"
#include "flow/cells.hpp"
#include "flow/date_form.hpp"
#include "flow/number_form.hpp"
#include "intake/columns.hpp"
#include "intake/dates.hpp"
#include "intake/left_out.hpp"

namespace ebbflow::intake {

namespace {

/// Names that say that something is counted, not what.
constexpr auto kPlainCounts = std::to_array<std::string_view>(
    {"count", "number", "flow", "flows", "total", "value", "amount", "volume", "weight", "quantity",
     "magnitude", "n", "anzahl", "nombre", "cantidad"});

/// The columns of a table by our names, and what is said of them.
class ColumnMap {
public:
    ColumnMap(Sheet& sheet, Reading& reading) : sheet_(sheet), reading_(reading) {}

    /// Renames all that is known.
    void apply() {
        takePositions();
        if (!table().find("from_lat")) take("from");
        if (!table().find("to_lat")) take("to");
        takeDates();
        takeCount();
        takeKind();
        sayPassedOver();
    }
    [[nodiscard]] const std::string& unit() const { return unit_; }
    [[nodiscard]] bool counts() const { return table().find("count").has_value(); }
    [[nodiscard]] bool dated() const {
        return table().find("when") || table().find("start") || table().find("end");
    }

private:
    [[nodiscard]] flow::RawTable& table() const { return sheet_.table; }

    void take(std::string_view role) {
        const auto column = columnOf(table(), role);
        if (column && !taken_.contains(*column)) takeAs(*column, role);
    }
    void takeAs(std::size_t column, std::string_view ours) {
        taken_.insert(column);
        if (table().columns[column] == ours) return;
        said_.push_back(fmt::format("`{}` as {}", table().columns[column], ours));
        rename(table(), column, ours);
    }
    void takePositions() {
        const auto found = positionsOf(table());
        if (found.size() < 2) return;
        takeAs(found[0].lat, "from_lat");
        takeAs(found[0].lon, "from_lon");
        takeAs(found[1].lat, "to_lat");
        takeAs(found[1].lon, "to_lon");
    }
    /// `start` and `end` only where both are there; else the one date column.
    void takeDates() {
        const auto start = columnOf(table(), "start"), end = columnOf(table(), "end");
        if (start && end && !table().find("when")) {
            take("start");
            take("end");
        } else {
            take("when");
        }
    }
    void takeCount() {
        const auto column = columnOf(table(), "count");
        if (!column || taken_.contains(*column)) return;
        const std::string theirs = table().columns[*column];
        if (std::ranges::find(kPlainCounts, theirs) == kPlainCounts.end()) unit_ = theirs;
        takeAs(*column, "count");
    }
    void takeKind() {
        const auto column = columnOf(table(), "kind");
        if (!column || taken_.contains(*column)) return;
        std::set<std::string> kinds;
        for (const flow::RawRow& row : table().rows) {
            if (*column < row.values.size()) kinds.emplace(flow::trimmed(row.values[*column]));
        }
        if (kinds.size() <= kMostKinds) return takeAs(*column, "kind");
        reading_.findings.passedOver.push_back(
            fmt::format("column `{}` of {}: it has {} different values, and a film has at most {} "
                        "kinds of movement",
                        table().columns[*column], sheet_.name(), kinds.size(), kMostKinds));
        taken_.insert(*column);
    }
    void sayPassedOver() {
        constexpr auto kKept =
            std::to_array<std::string_view>({"confidence", "source", "note", "unit"});
        std::vector<std::string> others;
        for (std::size_t i = 0; i < table().columns.size(); ++i) {
            const std::string& column = table().columns[i];
            const bool kept = std::ranges::find(kKept, column) != kKept.end();
            if (!column.empty() && !kept && !taken_.contains(i))
                others.push_back(fmt::format("`{}`", column));
        }
        if (!said_.empty())
            reading_.findings.understood.push_back(
                fmt::format("columns of {}: {}", sheet_.name(), fmt::join(said_, ", ")));
        if (!others.empty()) {
            reading_.findings.passedOver.push_back(
                fmt::format("column{} {} of {}: a journey has nothing of the kind",
                            others.size() == 1 ? "" : "s", fmt::join(others, ", "), sheet_.name()));
        }
    }

    Sheet& sheet_;
    Reading& reading_;
    std::set<std::size_t> taken_;
    std::vector<std::string> said_;
    std::string unit_;
};

class JourneyReader {
public:
    JourneyReader(Sheet& sheet, PlaceFinder& places, Reading& reading, Draft& draft)
        : sheet_(sheet), places_(places), reading_(reading), draft_(draft), map_(sheet, reading) {}

    bool read() {
        map_.apply();
        if (!settle()) return false;
        LeftOut leftOut(sheet_.name(), reading_);
        for (const flow::RawRow& raw : sheet_.table.rows) {
            core::Diagnostics faults;
            flow::RowReader row(sheet_.table, raw, faults);
            DraftMovement movement = readRow(row);
            if (leftOut.take(faults)) continue;
            if (movement.count == 0) {
                ++empty_;
            } else {
                draft_.movements.push_back(std::move(movement));
            }
        }
        leftOut.tell();
        takeUnit();
        tell();
        return true;
    }

private:
    bool settle() {
        flow::RawTable& table = sheet_.table;
        bool sound = true;
        for (const std::string_view column : {"when", "start", "end"}) {
            if (const auto index = table.find(column))
                sound = settleDates(table, *index, reading_) && sound;
        }
        table.decimal = reading_.forms.decimal;
        core::Diagnostics numbers;
        flow::settleNumbers(table, core::movementColumns(), numbers);
        flow::settleDates(table, core::movementColumns(), numbers);
        reading_.diagnostics.append(numbers);
        if (numbers.hasErrors())
            reading_.diagnostics.note(table.place, "say it with --decimal , or --decimal .");
        return sound && !numbers.hasErrors();
    }

    DraftEnd readEnd(flow::RowReader& row, std::string_view column) {
        const auto at =
            flow::readPosition(row, fmt::format("{}_lat", column), fmt::format("{}_lon", column));
        if (at) return {{}, *at};
        if (!row.sound()) return {};
        const std::string_view name = row.text(column);
        if (name.empty()) {
            row.error(column, fmt::format("nothing says where it is {}", column));
            return {};
        }
        auto end = places_.find(name);
        if (end) return *end;
        row.error(column, fmt::format("no place is called `{}`; a table of places (name, lat, lon) "
                                      "given beside this one can say where it is",
                                      name));
        return {};
    }

    std::optional<core::Period> readWhen(flow::RowReader& row) {
        if (row.has("when")) {
            if (row.text("when").empty())
                row.error("when", "this row has no date, and others have");
            return flow::readPeriod(row, "when");
        }
        const auto start = flow::readPeriod(row, "start"), end = flow::readPeriod(row, "end");
        if (!start && !end) {
            if (row.sound()) row.error("start", "this row has no date, and others have");
            return std::nullopt;
        }
        if (!start || !end) return start ? start : end;
        core::Period period = *start;
        period.end = end->end;
        period.interval = true;
        if (period.span().empty()) row.error("end", "it ends before it starts");
        return period;
    }

    /// Whole numbers as they are; others to the nearest whole one, which is then an estimate.
    void readCount(flow::RowReader& row, DraftMovement& movement) {
        if (!map_.counts()) {
            movement.count = 1;
            return;
        }
        const auto value = flow::readNumber(row, "count");
        if (!value) return;
        if (*value < 0) return row.error("count", fmt::format("{} is negative", row.text("count")));
        if (*value > static_cast<double>(flow::kMaxCount))
            return row.error("count", fmt::format("{} is over {}, the most that one row may have",
                                                  row.text("count"), flow::kMaxCount));
        movement.count = std::llround(*value);
        if (static_cast<double>(movement.count) == *value) return;
        ++rounded_;
        movement.confidence = core::Confidence::estimate;
    }

    DraftMovement readRow(flow::RowReader& row) {
        DraftMovement movement;
        movement.kind = row.text("kind");
        movement.from = readEnd(row, "from");
        movement.to = readEnd(row, "to");
        movement.confidence = core::parseConfidence(row.text("confidence"));
        readCount(row, movement);
        movement.source = row.text("source");
        movement.note = row.text("note");
        if (map_.dated()) movement.when = readWhen(row);
        if (movement.from == movement.to) ++stays_;
        return movement;
    }

    /// The table's own column `unit` where it says one thing; else what the count's name says.
    void takeUnit() {
        std::set<std::string> units;
        for (const flow::RawRow& raw : sheet_.table.rows) {
            flow::RowReader row(sheet_.table, raw, reading_.diagnostics);
            if (row.has("unit")) units.emplace(row.text("unit"));
        }
        if (units.size() == 1) {
            draft_.unit = *units.begin();
        } else if (units.size() > 1) {
            reading_.findings.passedOver.push_back(
                "column `unit`: it has several, and a kind of movement is counted in one");
        } else if (!map_.counts()) {
            draft_.unit = "journeys";
        } else {
            draft_.unit = map_.unit();
        }
    }

    void tell() {
        Findings& findings = reading_.findings;
        if (!map_.counts())
            findings.understood.push_back(
                "no column says how many: each row counts as one journey");
        if (!map_.dated())
            findings.understood.push_back(
                "no column has dates: the film has none, and no year is shown");
        if (rounded_ > 0)
            findings.understood.push_back(fmt::format(
                "{} counts have decimals; lights are whole, so they are rounded and marked as "
                "estimates",
                rounded_));
        if (empty_ > 0)
            findings.passedOver.push_back(fmt::format("{} rows that count nothing (0)", empty_));
        if (stays_ > 0)
            findings.understood.push_back(
                fmt::format("{} rows begin and end at one place; rings stand for them", stays_));
    }

    Sheet& sheet_;
    PlaceFinder& places_;
    Reading& reading_;
    Draft& draft_;
    ColumnMap map_;
    std::size_t rounded_ = 0, empty_ = 0, stays_ = 0;
};

}  // namespace

bool hasTwoEnds(const flow::RawTable& table) {
    if (positionsOf(table).size() >= 2) return true;
    const auto from = columnOf(table, "from"), to = columnOf(table, "to");
    return from && to && *from != *to;
}

bool addJourneys(Sheet& sheet, PlaceFinder& places, Reading& reading, Draft& draft) {
    return JourneyReader(sheet, places, reading, draft).read();
}

}  // namespace ebbflow::intake
