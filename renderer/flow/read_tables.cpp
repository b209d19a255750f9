#include "flow/read_tables.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "flow/doubtful_points.hpp"
#include "flow/place_uses.hpp"
#include "flow/prepare_table.hpp"
#include "flow/table_context.hpp"
#include "flow/table_parts.hpp"
#include "flow/table_reader.hpp"

namespace ebbflow::flow {

namespace {

/// Where the script names the file that a fault without a line is of; null for any other.
const core::FileSpec* fileOf(const core::Diagnostic& fault, const TableSpecs& specs) {
    if (fault.place.line > 0) return nullptr;
    for (const core::TableSpec* table :
         {&specs.places, &specs.movements, &specs.figures, &specs.sites, &specs.sources,
          &specs.locations, &specs.flowRows}) {
        for (const core::FileSpec& file : table->files) {
            if (!isTextTable(file.path) && fault.place.file.starts_with(file.path)) return &file;
        }
    }
    return nullptr;
}

void add(core::Diagnostic fault, core::Diagnostics& to) {
    switch (fault.severity) {
        case core::Severity::error:
            return to.error(std::move(fault.place), std::move(fault.message));
        case core::Severity::warning:
            return to.warning(std::move(fault.place), std::move(fault.message));
        case core::Severity::note:
            return to.note(std::move(fault.place), std::move(fault.message));
    }
}

/// A file that is no text has no lines: its faults are placed where the script names it, and say
/// which file, and which feature of it.
core::Diagnostics placedInScript(const core::Diagnostics& found, const TableSpecs& specs) {
    core::Diagnostics placed;
    for (core::Diagnostic fault : found.all()) {
        if (const core::FileSpec* file = fileOf(fault, specs)) {
            fault.message = fault.place.file + ": " + fault.message;
            fault.place = file->place;
        }
        add(std::move(fault), placed);
    }
    return placed;
}

constexpr std::array<PlaceColumns, 2> kEnds{
    {{"from", "from_lat", "from_lon"}, {"to", "to_lat", "to_lon"}}};
constexpr std::array<PlaceColumns, 1> kSeat{{{"place", "lat", "lon"}}};

/// The tables whose rows name places.
struct NamingTables {
    std::vector<RawTable> movements, flowRows, sites;
};

void settleNames(const NamingTables& tables, const TableSpecs& specs, TableContext& context) {
    PlaceUses uses;
    for (const RawTable& table : tables.movements) uses.add(table, kEnds);
    for (const RawTable& table : tables.flowRows) uses.add(table, kEnds);
    for (const RawTable& table : tables.sites) uses.add(table, kSeat);
    std::ranges::copy(specs.shown, std::back_inserter(uses.names()));
    std::ranges::copy(specs.shownPoints, std::back_inserter(uses.points()));
    context.gazetteer().settle(uses.names(), uses.points(), context.diagnostics());
}

void warnOfDoubtfulPoints(const std::vector<Movement>& movements, core::Diagnostics& diagnostics) {
    DoubtfulPoints points;
    for (const Movement& movement : movements) {
        for (const Location& end : {movement.from, movement.to})
            if (end.placeId.empty()) points.add(end.position, movement.row, {});
    }
    points.say(diagnostics);
}

}  // namespace

Tables readTables(const TableSpecs& specs, geo::Gazetteer& gazetteer,
                  core::Diagnostics& diagnostics) {
    core::Diagnostics found;
    TableContext context(gazetteer, found, specs);
    Tables tables;
    readPlaces(specs.places, context);
    readPlaces(specs.locations, context);
    tables.sources = readSources(specs.sources, context);
    if (!specs.sources.empty()) context.knowSources(tables.sources);
    NamingTables naming;
    naming.movements = readPrepared(specs.movements, core::movementColumns(), context);
    naming.flowRows = readPrepared(specs.flowRows, core::movementColumns(), context);
    tables.figures = readFigures(specs.figures, context);
    naming.sites = readPrepared(specs.sites, core::siteColumns(), context);
    settleNames(naming, specs, context);
    tables.movements = readMovements(naming.movements, context);
    for (Movement& movement : readMovements(naming.flowRows, context)) {
        tables.movements.push_back(std::move(movement));
    }
    tables.sites = readSites(naming.sites, context);
    warnOfDoubtfulPoints(tables.movements, found);
    context.summariseRepeats();
    diagnostics.append(placedInScript(found, specs));
    return tables;
}

}  // namespace ebbflow::flow
