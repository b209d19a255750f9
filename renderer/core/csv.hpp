#pragma once
// Comma-separated values as RFC 4180 has them: rows written, and short files read with the place of
// every cell. Tables of data are flow's business, which reads millions of rows through GDAL.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.hpp"

namespace ebbflow::core {

/// Put before a file that spreadsheets shall take for UTF-8.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Quoted when it holds a comma, a quote or a line end.
[[nodiscard]] std::string csvCell(std::string_view text);
/// The cells as one row, with its line end (CR LF).
[[nodiscard]] std::string csvRow(std::span<const std::string> cells);

struct CsvCell {
    std::string text;
    SourcePlace place;  ///< of its first character; columns count characters
};
using CsvRow = std::vector<CsvCell>;

/// All rows of `text`, which `file` held; a byte order mark is passed over, and so are empty lines.
/// Divided by commas, or by the semicolons or tabs that some spreadsheets write instead. Whatever
/// csv_scanner.hpp refuses goes to `diagnostics`; nothing is returned then.
[[nodiscard]] std::vector<CsvRow> readCsv(std::string_view text, const std::string& file,
                                          Diagnostics& diagnostics);

}  // namespace ebbflow::core
