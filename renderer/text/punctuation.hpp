#pragma once
// The signs between words that the program itself puts together, as each script sets them.

#include <string>
#include <string_view>

namespace ebbflow::text {

/// Each with the space that goes with it.
struct Punctuation {
    std::string_view colon, semicolon, listComma, open, close;
};

/// Full-width in Chinese and Japanese.
[[nodiscard]] const Punctuation& punctuationOf(std::string_view language);

/// `words` and, in brackets, `more`; inside of brackets that `words` end with.
[[nodiscard]] std::string bracketed(std::string_view words, std::string_view more,
                                    std::string_view language);

}  // namespace ebbflow::text
