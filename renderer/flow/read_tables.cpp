#include "flow/read_tables.hpp"

#include "flow/table_context.hpp"
#include "flow/table_parts.hpp"

namespace ebbflow::flow {

Tables readTables(const TableSpecs& specs, geo::Gazetteer& gazetteer,
                  core::Diagnostics& diagnostics) {
    TableContext context(gazetteer, diagnostics, specs);
    Tables tables;
    readPlaces(specs.places, context);
    readPlaces(specs.locations, context);
    tables.sources = readSources(specs.sources, context);
    if (!specs.sources.empty()) context.knowSources(tables.sources);
    tables.movements = readMovements(specs.movements, context);
    for (Movement& movement : readMovements(specs.flowRows, context)) {
        tables.movements.push_back(std::move(movement));
    }
    tables.figures = readFigures(specs.figures, context);
    tables.sites = readSites(specs.sites, context);
    context.summariseRepeats();
    return tables;
}

}  // namespace ebbflow::flow
