#pragma once
// What the columns of a stranger's table most likely are: by their names, in our terms. It looks at
// no values and decides nothing about them.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "flow/raw_table.hpp"

namespace ebbflow::intake {

/// The column that goes by one of a role's names; the first name that occurs is taken. Roles are
/// `from`, `to`, `count`, `when`, `start`, `end`, `kind`, `id`, `name` and others of the table in
/// columns.cpp.
[[nodiscard]] std::optional<std::size_t> columnOf(const flow::RawTable& table,
                                                  std::string_view role);

/// Two columns that give one position.
struct PositionColumns {
    std::size_t lat = 0, lon = 0;
    std::string stem;  ///< what their names have before `lat` and `lon`: `pickup`
};

/// All of them, in the order of the table; where two ends are known by their names (source and
/// target), the one that is left comes first.
[[nodiscard]] std::vector<PositionColumns> positionsOf(const flow::RawTable& table);

/// Gives columns our names: `from` for what goes by `origin`. A column that has the name already
/// and is another loses it.
void rename(flow::RawTable& table, std::size_t column, std::string_view ours);

}  // namespace ebbflow::intake
