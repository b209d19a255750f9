#pragma once
// Checks of a loaded film that need script and data together: names that the tables must know,
// captions that must fit their time, words that the fonts must have. What needs the script alone is
// scene's work.

#include <functional>
#include <set>
#include <string>

#include "core/diagnostic.hpp"
#include "film/film.hpp"
#include "text/typesetter.hpp"

namespace ebbflow::film {

void checkFilm(const Film& film, core::Diagnostics& diagnostics);

/// The names of a film whose script has faults: of the film's keys, those in `lacking` were not
/// read whole, and nothing is said that could follow from that. Forgets the names it cannot judge.
void checkFilmParts(Film& film, const std::set<std::string, std::less<>>& lacking,
                    core::Diagnostics& diagnostics);

/// What is missing to show the film in that language (a full tag): translations and the program's
/// own words.
void checkFilmLanguage(const Film& film, const std::string& language,
                       core::Diagnostics& diagnostics);

/// A character that no font has is an error at the text it stands in.
void checkGlyphs(const Film& film, const text::Typesetter& typesetter,
                 core::Diagnostics& diagnostics);

}  // namespace ebbflow::film
