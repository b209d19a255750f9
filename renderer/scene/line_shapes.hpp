#pragma once
// What a piece of a line looks like: a key, a colour, the head of a block text. Plain questions
// about characters; no state.

#include <cstddef>
#include <string>
#include <string_view>

namespace ebbflow::scene {

/// Space or tab.
[[nodiscard]] bool isBlank(char c);
/// One of `,[]{}`.
[[nodiscard]] bool isFlowIndicator(char c);
/// Why a text cannot begin as this one (not empty) does, or an empty string.
[[nodiscard]] std::string badBeginning(std::string_view text);
/// Length in bytes of a blank at the front that is neither space nor tab (no-break, ideographic,
/// …), or 0.
[[nodiscard]] std::size_t oddBlankLength(std::string_view text);
/// Whether the line reads as `word:` or `- word:` with nothing or a blank behind the colon.
[[nodiscard]] bool looksLikeKey(std::string_view line);
/// Byte of the colon that ends the key beginning at `at`, or npos when no key begins there.
[[nodiscard]] std::size_t keyColon(std::string_view line, std::size_t at);
/// Byte after the last of the plain text beginning at `at`: the line's end or a ` #`.
[[nodiscard]] std::size_t plainEnd(std::string_view line, std::size_t at);
/// Byte of the first colon at or after `at` that is followed by a blank or the end, or npos.
[[nodiscard]] std::size_t colonInside(std::string_view text, std::size_t at);
/// `|`, `>-`, `|2`, with nothing or a comment behind.
[[nodiscard]] bool isBlockHeader(std::string_view text);
/// `#` and 3, 6 or 8 hexadecimal digits at the front, then no further letter.
[[nodiscard]] bool looksLikeColour(std::string_view text);
[[nodiscard]] std::string colourIn(std::string_view text);

}  // namespace ebbflow::scene
