#pragma once
// Whether bytes are UTF-8, character by character. It decodes nothing and repairs nothing.

#include <cstddef>
#include <string_view>

namespace ebbflow::core {

/// Bytes of the well-formed character that begins at `i`, or 0 (Unicode 15, table 3-7: no overlong
/// forms, no surrogates, nothing above U+10FFFF).
[[nodiscard]] std::size_t utf8Length(std::string_view text, std::size_t i);

}  // namespace ebbflow::core
