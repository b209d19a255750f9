#pragma once
// Scripts as Unicode has them, by their ISO 15924 codes (`Hebr`), and which way languages are
// written. It knows no fonts.

#include <string>
#include <string_view>
#include <vector>

namespace ebbflow::text {

/// The scripts that a character is used in, its own first; none for those of all scripts, such as
/// digits.
[[nodiscard]] std::vector<std::string> scriptsOf(char32_t c);
/// The code of a script that is called by its name or its code; empty when there is none.
[[nodiscard]] std::string scriptCalled(const std::string& name);
/// `Devanagari` for `Deva`.
[[nodiscard]] std::string nameOfScript(const std::string& code);
/// A letter that every font of the script has.
[[nodiscard]] char32_t sampleOf(const std::string& code);
/// Whether letters of the character's script are joined to one another: no space is put between.
[[nodiscard]] bool isJoined(char32_t c);

/// Whether the language is written from right to left (BCP 47; after CLDR's likely scripts).
[[nodiscard]] bool isRightToLeft(std::string_view language);

enum class Direction { leftToRight, rightToLeft };
/// The way in which a paragraph runs: its language's, where it has any letter of that way, or no
/// letter at all; else that of its first letter (UAX 9, P2).
[[nodiscard]] Direction directionOf(std::string_view text, std::string_view language);

}  // namespace ebbflow::text
