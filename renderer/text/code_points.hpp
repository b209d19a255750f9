#pragma once
// UTF-8 text as code points with their byte offsets, and which of them are Han. Knows blocks of
// Unicode, not fonts.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ebbflow::text {

struct CodePoint {
    char32_t value = 0;
    std::size_t begin = 0;  ///< first byte
    std::size_t end = 0;    ///< one past the last byte
};

/// A byte that is part of no valid sequence counts as U+FFFD.
[[nodiscard]] std::vector<CodePoint> codePoints(std::string_view text);

/// The text with each such byte replaced by U+FFFD itself.
[[nodiscard]] std::string validUtf8(std::string_view text);

/// Han, kana, hangul, bopomofo, and the punctuation and full-width forms set with them.
[[nodiscard]] bool isHan(char32_t c);
/// A Han character or kana or hangul syllable proper, not punctuation.
[[nodiscard]] bool isHanLetter(char32_t c);
/// Spaces, controls and format characters, which have no picture of their own.
[[nodiscard]] bool isInvisible(char32_t c);
[[nodiscard]] bool isDigit(char32_t c);

}  // namespace ebbflow::text
