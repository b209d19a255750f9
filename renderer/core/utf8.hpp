#pragma once
// UTF-8 character by character (RFC 3629: no overlong forms, no surrogates, nothing above
// U+10FFFF), by utf8proc. It repairs nothing.

#include <cstddef>
#include <string_view>

namespace ebbflow::core {

struct Character {
    char32_t value = 0;
    std::size_t length = 0;  ///< bytes; 0 = no well-formed character begins here
};

[[nodiscard]] Character characterAt(std::string_view text, std::size_t i);

/// Bytes of the well-formed character that begins at `i`, or 0. Most text is ASCII and answered
/// here.
[[nodiscard]] inline std::size_t utf8Length(std::string_view text, std::size_t i) {
    const bool ascii = i < text.size() && static_cast<unsigned char>(text[i]) < 0x80;
    return ascii ? 1 : characterAt(text, i).length;
}

/// Whether what begins at `i` may be a character of which the text holds only a part.
[[nodiscard]] bool isCutOff(std::string_view text, std::size_t i);

}  // namespace ebbflow::core
