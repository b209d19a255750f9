#pragma once
// One file of words/: all that the program knows of one language, read from its YAML. Whether it
// says all that English says is a question to several files, which the tests ask.

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.hpp"
#include "text/marks.hpp"

namespace ebbflow::text {

inline constexpr std::array<std::string_view, 12> kMonthKeys{
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

struct Word {
    std::string key;
    std::string text;
    core::SourcePlace place;
};
using WordList = std::vector<Word>;

/// Null when the list has no such key.
[[nodiscard]] const std::string* find(const WordList& words, std::string_view key);

struct LanguageWords {
    std::string language;  ///< BCP 47
    /// As WordTable has them: forms as `people_one`, the one for all others as `people`; months as
    /// `july`, in a date with its day as `july_of`.
    WordList words;
    WordList window;    ///< what the window says
    WordList console;   ///< what a presenter's console in a browser says
    WordList commands;  ///< what its commands do, by the command's name
    WordList keys;      ///< what stands on a key
    Punctuation marks;
    bool keepsOneLetterWords = false;  ///< no line ends behind a word of one letter
};

/// Reads the text of `file`, such as `words/ru.yaml`, whose name says the language. What is no such
/// file goes to `diagnostics` with its line.
[[nodiscard]] LanguageWords readWords(std::string_view text, const std::string& file,
                                      core::Diagnostics& diagnostics);

}  // namespace ebbflow::text
