#include <algorithm>

#include <fmt/format.h>

#include "flow/cells.hpp"
#include "flow/prepare_table.hpp"
#include "flow/table_parts.hpp"

namespace ebbflow::flow {

namespace {

Figure readFigure(RowReader& row, TableContext& context) {
    Figure figure;
    figure.row = row.row().place;
    if (row.require("id")) figure.id = row.text("id");
    if (row.require("date")) {
        if (const auto date = readPeriod(row, "date")) figure.date = *date;
    }
    if (const auto value = readNumber(row, "value")) figure.value = *value;
    figure.unit = row.text("unit");
    figure.label = readWords(row, "label");
    context.readEvidence(row, figure.sources, figure.confidence);
    return figure;
}

void refuseBefore(RowReader& row, std::string_view column, const std::optional<core::Period>& later,
                  const std::optional<core::Period>& begun) {
    if (!later || !begun || later->openEnd || begun->first() <= later->last()) return;
    row.error(column,
              fmt::format("{} {} is before begun {}", column, row.text(column), row.text("begun")));
}

Site readSite(RowReader& row, TableContext& context) {
    Site site;
    site.row = row.row().place;
    site.id = row.text("id");
    if (const auto at = context.readLocation(row, "place", "lat", "lon")) site.at = *at;
    site.industry = row.text("industry");
    site.name = readWords(row, "name");
    site.begun = readPeriod(row, "begun");
    site.done = readPeriod(row, "done");
    site.halted = readPeriod(row, "halted");
    refuseBefore(row, "done", site.done, site.begun);
    refuseBefore(row, "halted", site.halted, site.begun);
    context.readEvidence(row, site.sources, site.confidence);
    return site;
}

/// Reads every row of every table that is ready with `read`, keeping the sound ones.
template <typename Row, typename Ready, typename Read>
std::vector<Row> readRows(const std::vector<RawTable>& tables, TableContext& context, Ready ready,
                          Read read) {
    std::vector<Row> rows;
    for (const RawTable& table : tables) {
        if (!ready(table)) continue;
        for (const RawRow& raw : table.rows) {
            RowReader reader(table, raw, context.diagnostics());
            Row row = read(reader);
            if (reader.sound()) rows.push_back(std::move(row));
        }
    }
    return rows;
}

}  // namespace

bool hasColumns(const RawTable& table,
                std::initializer_list<std::initializer_list<std::string_view>> groups,
                core::Diagnostics& diagnostics) {
    // A table without rows lacks nothing yet, but a misnamed column is worth knowing early.
    bool complete = true;
    for (const auto& group : groups) {
        const auto present = [&](std::string_view name) { return table.find(name).has_value(); };
        if (std::ranges::any_of(group, present)) continue;
        complete = false;
        const std::string_view wanted = *group.begin();
        diagnostics.error(
            table.place,
            fmt::format("there is no column `{}`{}; the table has {}", fmt::join(group, "` or `"),
                        core::didYouMean(wanted, table.columns), fmt::join(table.columns, ", ")));
    }
    return complete;
}

std::vector<Source> readSources(const core::TableSpec& spec, TableContext& context) {
    const auto ready = [&](const RawTable& table) {
        const bool byLanguage = std::ranges::any_of(
            table.columns, [](const std::string& name) { return name.starts_with("citation_"); });
        return byLanguage ? hasColumns(table, {{"id"}}, context.diagnostics())
                          : hasColumns(table, {{"id"}, {"citation"}}, context.diagnostics());
    };
    const auto tables = readPrepared(spec, core::sourceColumns(), context);
    return readRows<Source>(tables, context, ready, [&](RowReader& row) {
        Source source{std::string(row.text("id")), readWords(row, "citation"),
                      std::string(row.text("page")), std::string(row.text("url")), row.row().place};
        if (row.require("id")) context.claimId(row, "sources", source.id);
        if (source.citation.empty()) (void)row.require("citation");
        return source;
    });
}

std::vector<Figure> readFigures(const core::TableSpec& spec, TableContext& context) {
    const auto ready = [&](const RawTable& table) {
        return hasColumns(table, {{"id"}, {"date"}, {"value"}}, context.diagnostics());
    };
    const auto tables = readPrepared(spec, core::figureColumns(), context);
    return readRows<Figure>(tables, context, ready, [&](RowReader& row) {
        Figure figure = readFigure(row, context);
        if (row.sound()) {
            context.claimId(row, "figures",
                            fmt::format("{} of {}", figure.id, core::toString(figure.date)));
        }
        return figure;
    });
}

std::vector<Site> readSites(const std::vector<RawTable>& tables, TableContext& context) {
    const auto ready = [&](const RawTable& table) {
        return hasColumns(table, {{"place", "lat"}}, context.diagnostics());
    };
    return readRows<Site>(tables, context, ready, [&](RowReader& row) {
        Site site = readSite(row, context);
        if (!site.id.empty()) context.claimId(row, "sites", site.id);
        return site;
    });
}

}  // namespace ebbflow::flow
