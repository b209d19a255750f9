#pragma once
// A CSV file as a table: values by OGR, places by our own index, and the two held against each
// other so that no value is ever reported, or read, from the wrong line.

#include "core/diagnostic.hpp"
#include "core/limits.hpp"
#include "core/source_spec.hpp"
#include "flow/raw_table.hpp"

namespace ebbflow::flow {

/// Reads the whole file, in UTF-8 or in the encoding that `spec` names, or reports all that is
/// wrong with its form and gives an empty table.
[[nodiscard]] RawTable readCsv(const core::FileSpec& spec, const core::Limits& limits,
                               core::Diagnostics& diagnostics);

}  // namespace ebbflow::flow
