#pragma once
// The signs between words, as a value. Which language has which is said by its file
// (words_file.hpp) and looked up by punctuation.hpp.

#include <string>

namespace ebbflow::text {

/// Each with the space that goes with it.
struct Punctuation {
    std::string colon, semicolon, listComma, open, close;
};

}  // namespace ebbflow::text
