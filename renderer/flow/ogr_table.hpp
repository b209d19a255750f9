#pragma once
// One layer of whatever OGR opens, as text: dates as ISO, numbers in their shortest exact form,
// points as `lon` and `lat` in WGS 84 degrees. Local files only; it never opens a database server
// or a URL.

#include <optional>
#include <string>
#include <string_view>

#include "core/access.hpp"
#include "core/diagnostic.hpp"
#include "core/source_spec.hpp"
#include "flow/raw_table.hpp"

namespace ebbflow::flow {

/// Reads a layer (`spec.layer`, or the only one with rows; of several it asks which). Rows are
/// placed by feature id, for OGR knows no lines; spreadsheets' ids are their rows. Faults go to
/// `diagnostics` and leave the table empty.
[[nodiscard]] RawTable readOgr(const core::FileSpec& spec, const core::Access& access,
                               core::Diagnostics& diagnostics);

/// Reads CSV bytes (no byte order mark, header first) through OGR, values only. Nothing when OGR
/// cannot; `reason` then holds its words.
[[nodiscard]] std::optional<RawTable> readOgrCsv(std::string& bytes, std::string& reason);

}  // namespace ebbflow::flow
