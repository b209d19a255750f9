#pragma once
// Opens any table that OGR reads, or takes rows written in the script, and gives them as text with
// places. It never guesses types and holds no opinion on values.

#include <cstdint>
#include <optional>
#include <vector>

#include "core/diagnostic.hpp"
#include "core/source_spec.hpp"
#include "flow/raw_table.hpp"

namespace ebbflow::flow {

/// Largest text table read, bytes; more belongs in a GeoPackage.
inline constexpr std::uint64_t kMaxTextTableBytes = std::uint64_t{512} << 20;

/// All parts of the table that could be read, in the order of `spec`: one a file, and one for all
/// inline rows. Faults of the files go to `diagnostics`. Columns have our names, in lower case.
/// `network`: GDAL may open `/vsicurl/` and its like.
[[nodiscard]] std::vector<RawTable> readRaw(const core::TableSpec& spec, bool network,
                                            core::Diagnostics& diagnostics);

}  // namespace ebbflow::flow
