#pragma once
// What is done to words of ASCII as they stand in names of columns, forms of dates and paths:
// blanks off, capitals made small. It knows no other letters.

#include <string>
#include <string_view>

namespace ebbflow::core {

/// Without the spaces before and after.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

/// A to Z as a to z, all other bytes as they are.
[[nodiscard]] inline std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

}  // namespace ebbflow::core
