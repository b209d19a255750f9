#pragma once
// Countries by the names that people write for them, of today and of the past, as one table to be
// read. It draws no borders and takes no side: names of one row are found for one another, no more.

#include <string>
#include <string_view>

namespace ebbflow::geo {

/// Whether both mean one country: the same name but for letter case and accents, or names of one
/// row of the table (`Burma` and `Myanmar`).
[[nodiscard]] bool sameCountry(std::string_view a, std::string_view b);

/// Whether it is a country's name, of the table.
[[nodiscard]] bool isCountry(std::string_view name);

}  // namespace ebbflow::geo
