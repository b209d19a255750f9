#pragma once
// The signs between words that the program itself puts together, as each language sets them.

#include <string>
#include <string_view>

#include "text/marks.hpp"

namespace ebbflow::text {

/// A language that has no file of words has those of Chinese where its script does, of English
/// elsewhere.
[[nodiscard]] const Punctuation& punctuationOf(std::string_view language);

/// `words` and, in brackets, `more`; inside of brackets that `words` end with.
[[nodiscard]] std::string bracketed(std::string_view words, std::string_view more,
                                    std::string_view language);

}  // namespace ebbflow::text
