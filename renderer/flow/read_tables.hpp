#pragma once
// Reads the tables of a film. Every bad row is reported with its file and line; no figure is ever
// repaired.

#include "core/diagnostic.hpp"
#include "flow/tables.hpp"
#include "geo/gazetteer.hpp"

namespace ebbflow::flow {

/// Reads all tables; `places` and `locations` are added to the gazetteer first. Every fault of
/// every row is reported in one pass; rows with faults are left out.
[[nodiscard]] Tables readTables(const TableSpecs& specs, geo::Gazetteer& gazetteer,
                                core::Diagnostics& diagnostics);

}  // namespace ebbflow::flow
