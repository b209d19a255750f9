#pragma once
// What has to be done with a table before its rows are read: its columns get our names, and how its
// numbers and dates are written is settled.

#include "core/diagnostic.hpp"
#include "core/table_columns.hpp"
#include "flow/raw_table.hpp"

namespace ebbflow::flow {

/// Slips in the names of columns are warned of.
void prepare(RawTable& table, const core::TableColumns& columns, core::Diagnostics& diagnostics);

}  // namespace ebbflow::flow
