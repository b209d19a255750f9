#pragma once
// The languages that the program itself speaks: one for each file of words/, which are built into
// it. A scene may give words of further ones (words.hpp); this knows nothing of scenes.

#include <span>
#include <string_view>

#include "text/words_file.hpp"

namespace ebbflow::text {

/// In the order of their tags; English is always one.
[[nodiscard]] std::span<const LanguageWords> builtInLanguages();

/// The language that a tag means (core::sameLanguage: `zh` is `zh-Hans`, `en-GB` is `en`), or null.
[[nodiscard]] const LanguageWords* languageOf(std::string_view tag);

[[nodiscard]] const LanguageWords& english();

/// As languageOf(), else another way of writing the same language (`zh-Hans` for `zh-Hant`), else
/// English: for what somebody has to understand, whatever it looks like.
[[nodiscard]] const LanguageWords& nearestLanguage(std::string_view tag);

}  // namespace ebbflow::text
