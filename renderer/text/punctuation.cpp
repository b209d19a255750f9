#include "text/punctuation.hpp"

#include <fmt/format.h>

namespace ebbflow::text {

const Punctuation& punctuationOf(std::string_view language) {
    static constexpr Punctuation kSpaced{": ", "; ", ", ", " (", ")"};
    static constexpr Punctuation kFullWidth{"：", "；", "、", "（", "）"};
    const std::string_view first = language.substr(0, language.find('-'));
    return first == "zh" || first == "ja" ? kFullWidth : kSpaced;
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
