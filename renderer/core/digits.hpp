#pragma once
// Whole numbers written in plain digits, as parts of dates have them.

#include <charconv>
#include <cstddef>
#include <string_view>

namespace ebbflow::core {

inline constexpr std::string_view kDigits = "0123456789";

[[nodiscard]] constexpr bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// From `least` to `most` digits and nothing else.
[[nodiscard]] inline bool isNumber(std::string_view text, std::size_t least, std::size_t most) {
    return text.size() >= least && text.size() <= most &&
           text.find_first_not_of(kDigits) == std::string_view::npos;
}

/// Of digits that an int holds: nine at most.
[[nodiscard]] inline int toInt(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

}  // namespace ebbflow::core
