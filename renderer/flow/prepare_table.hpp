#pragma once
// What has to be done with a table before its rows are read: its columns get our names, and how its
// numbers and dates are written is settled.

#include <vector>

#include "core/diagnostic.hpp"
#include "core/source_spec.hpp"
#include "core/table_columns.hpp"
#include "flow/raw_table.hpp"
#include "flow/table_context.hpp"

namespace ebbflow::flow {

/// Slips in the names of columns are warned of.
void prepare(RawTable& table, const core::TableColumns& columns, core::Diagnostics& diagnostics);

/// All parts of a table, so prepared.
[[nodiscard]] std::vector<RawTable> readPrepared(const core::TableSpec& spec,
                                                 const core::TableColumns& columns,
                                                 TableContext& context);

}  // namespace ebbflow::flow
