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
    return fmt::format("{}{}{}{}", words, signs.open, more, signs.close);
}

}  // namespace ebbflow::text
