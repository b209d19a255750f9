#pragma once
// The translator's sheet: written from the film's texts, and read back to be held against them. It
// never writes a script; what is new in a sheet is said in words that an author pastes.

#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "core/timecode.hpp"
#include "papers/film_words.hpp"

namespace ebbflow::papers {

struct WordsSheet {
    std::vector<FilmText> texts;
    std::vector<std::string> languages;  ///< full tags; the first is the original
    core::TimecodeClock clock;
};

/// Words of the language only, not of another one that stands in for it; empty when there are
/// none. A plain text is in the first language.
[[nodiscard]] std::string wordsIn(const WordsSheet& sheet, const FilmText& text,
                                  const std::string& language);

/// One row a text: chapter, step, key, timecode, seconds, per language the characters that can be
/// read in that time, then the words per language.
[[nodiscard]] std::string toCsv(const WordsSheet& sheet);

/// What a sheet has that the script has not.
struct NewWords {
    std::string key;
    core::SourcePlace place;           ///< in the script
    core::LocalText words;             ///< all languages, as they shall be
    std::vector<std::string> changed;  ///< languages
};

/// Holds `csv`, which `file` held, against the film. Rows that are no more, rows that are missing
/// or twice there, an original that is not the script's, and words that cannot be read in their
/// time go to `diagnostics`; words that are missing too, as errors in the language `needed`.
[[nodiscard]] std::vector<NewWords> compare(const WordsSheet& sheet, const std::string& csv,
                                            const std::string& file, const std::string& needed,
                                            core::Diagnostics& diagnostics);

/// `film.yaml:31:7: alliance.2.caption`, and below it the text as YAML.
[[nodiscard]] std::string toPaste(const NewWords& words);

}  // namespace ebbflow::papers
