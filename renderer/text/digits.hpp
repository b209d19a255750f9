#pragma once
// Whole numbers in digits. It knows no language: what stands between groups is for the caller to
// say (format.hpp, words.hpp).

#include <cstdint>
#include <string>
#include <string_view>

namespace ebbflow::text {

/// In threes from the right with `group` between them; a minus sign, not a hyphen, for what is
/// below zero.
[[nodiscard]] std::string groupedDigits(std::int64_t number, std::string_view group);

}  // namespace ebbflow::text
