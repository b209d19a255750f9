#include "text/punctuation.hpp"

#include <fmt/format.h>

#include "text/cldr.hpp"
#include "text/languages.hpp"

namespace ebbflow::text {

const Punctuation& punctuationOf(std::string_view language) {
    const LanguageWords* own = languageOf(language);
    if (own == nullptr && hasFullWidthMarks(language)) own = languageOf("zh");
    return own != nullptr ? own->marks : english().marks;
}

std::string bracketed(std::string_view words, std::string_view more, std::string_view language) {
    const Punctuation& signs = punctuationOf(language);
    if (!words.ends_with(signs.close))
        return fmt::format("{}{}{}{}", words, signs.open, more, signs.close);
    // Two pairs of brackets side by side are one too many.
    words.remove_suffix(signs.close.size());
    return fmt::format("{}{}{}{}", words, signs.semicolon, more, signs.close);
}

}  // namespace ebbflow::text
