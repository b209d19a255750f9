#pragma once
// What the Unicode CLDR, by way of ICU, knows of a language: its own name, the forms of its plurals
// and the script that it is written in. It holds no words and reads no locale of the system. Any
// thread may ask.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ebbflow::text {

/// The form of a noun that a whole number asks for: `zero`, `one`, `two`, `few`, `many` or `other`.
/// A language that CLDR does not know is taken to set one apart, as English does.
[[nodiscard]] std::string pluralCategory(std::int64_t n, std::string_view language);

/// Every form that the language has, `other` always among them.
[[nodiscard]] std::vector<std::string> pluralCategories(std::string_view language);

/// `English`, `Русский`: what those who speak it call it, as it stands in a list. The tag where
/// CLDR has no name.
[[nodiscard]] std::string ownName(std::string_view language);

/// Whether its likely script is Han, kana or hangul (zh, ja, ko and their like).
[[nodiscard]] bool isHanLanguage(std::string_view language);
/// Whether its marks are full-width: Chinese and Japanese, not Korean.
[[nodiscard]] bool hasFullWidthMarks(std::string_view language);

}  // namespace ebbflow::text
