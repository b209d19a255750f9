#pragma once
// The signs between words that the program itself puts together, as each language sets them.

#include <string>
#include <string_view>

namespace ebbflow::text {

/// Each with the space that goes with it.
struct Punctuation {
    std::string colon, semicolon, listComma, open, close;
};

/// A language that has no file of words has those of Chinese where its script does, of English
/// elsewhere.
[[nodiscard]] const Punctuation& punctuationOf(std::string_view language);

/// `words` and, in brackets, `more`; inside of brackets that `words` end with.
[[nodiscard]] std::string bracketed(std::string_view words, std::string_view more,
                                    std::string_view language);

}  // namespace ebbflow::text
