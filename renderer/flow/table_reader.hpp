#pragma once
// Opens any table that OGR reads, or takes rows written in the script, and gives them as text with
// places. It never guesses types and holds no opinion on values.

#include <optional>
#include <string>
#include <vector>

#include "core/access.hpp"
#include "core/diagnostic.hpp"
#include "core/source_spec.hpp"
#include "flow/raw_table.hpp"

namespace ebbflow::flow {

/// Whether a file is read as text by us, by its name: .csv, .tsv, .txt.
[[nodiscard]] bool isTextTable(const std::string& path);

/// All parts of the table that could be read, in the order of `spec`: one a file, and one for all
/// inline rows. Faults of the files go to `diagnostics`. Columns have our names, in lower case.
[[nodiscard]] std::vector<RawTable> readRaw(const core::TableSpec& spec, const core::Access& access,
                                            core::Diagnostics& diagnostics);

}  // namespace ebbflow::flow
