#pragma once
// Text of a cell into a typed value, in the form that is settled for its table, with a message that
// says what to write instead. It never repairs a figure: what is not plainly one number is a fault.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/confidence.hpp"
#include "core/coordinates.hpp"
#include "core/date.hpp"
#include "core/text_value.hpp"
#include "flow/raw_table.hpp"

namespace ebbflow::flow {

/// Most units of one row.
inline constexpr std::int64_t kMaxCount = 1'000'000'000;

/// A whole number from 0 to kMaxCount; required.
[[nodiscard]] std::optional<std::int64_t> readCount(RowReader& row, std::string_view column);

/// A finite decimal number; required.
[[nodiscard]] std::optional<double> readNumber(RowReader& row, std::string_view column);

/// WGS 84 degrees from two columns, longitude -180…360. Nothing, without a fault, when both are
/// empty.
[[nodiscard]] std::optional<core::LonLat> readPosition(RowReader& row, std::string_view latColumn,
                                                       std::string_view lonColumn);

/// As core::parsePeriod() and the table's `date_format` read them; `../..`, no date at all, in
/// `when` alone. Nothing, without a fault, when the cell is empty.
[[nodiscard]] std::optional<core::Period> readPeriod(RowReader& row, std::string_view column);

/// An empty cell is `documented` where there is a source, else `unverified`.
[[nodiscard]] core::Confidence readConfidence(RowReader& row, bool hasSource);

/// Values separated by `;`, without the empty ones.
[[nodiscard]] std::vector<std::string> readList(RowReader& row, std::string_view column);

/// `name` and `name_en`, `name_zh_hans` …: the words of each language, empty cells left out.
[[nodiscard]] core::LocalText readWords(RowReader& row, std::string_view column);

}  // namespace ebbflow::flow
