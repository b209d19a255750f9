#pragma once
// The tables one by one: which columns each has, which it needs, and what a row of it becomes. Bad
// rows are reported to the context's diagnostics and left out.

#include <vector>

#include "core/source_spec.hpp"
#include "flow/table_context.hpp"
#include "flow/tables.hpp"

namespace ebbflow::flow {

/// Adds to the gazetteer; flowmap.blue's `locations` are read the same way. Rows of one id are one
/// place with names by date.
void readPlaces(const core::TableSpec& spec, TableContext& context);
[[nodiscard]] std::vector<Source> readSources(const core::TableSpec& spec, TableContext& context);
/// Also flowmap.blue's `flows` and kepler.gl's origin–destination rows, by their own column names.
/// The tables are prepared.
[[nodiscard]] std::vector<Movement> readMovements(const std::vector<RawTable>& tables,
                                                  TableContext& context);
[[nodiscard]] std::vector<Figure> readFigures(const core::TableSpec& spec, TableContext& context);
[[nodiscard]] std::vector<Site> readSites(const std::vector<RawTable>& tables,
                                          TableContext& context);

/// Reports each group of alternatives of which the table has no column, with the nearest that it
/// has. False when one is missing: its rows are then not worth reading.
[[nodiscard]] bool hasColumns(const RawTable& table,
                              std::initializer_list<std::initializer_list<std::string_view>> groups,
                              core::Diagnostics& diagnostics);

}  // namespace ebbflow::flow
