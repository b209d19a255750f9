#pragma once
// The film's texts as a translator needs them: each with a key that stays the same while the script
// is rearranged around it, when it is on the screen, and how much fits. The script stays the only
// place where words live; nothing here changes it.

#include <string>
#include <vector>

#include "core/text_value.hpp"
#include "story/story.hpp"

namespace ebbflow::papers {

struct FilmText {
    std::string key;  ///< `title`, `alliance.title`, `alliance.2.caption`, `alliance.2.caption.2`
    std::string chapter;      ///< its id; empty for what belongs to the whole film
    std::size_t step = 0;     ///< counted from 1; 0 = the whole chapter
    core::FilmTime start;     ///< from when it can be read
    double seconds = 0;       ///< for which it can be read
    bool timed = false;       ///< a caption: it must be read in that time
    bool grows = false;       ///< the time is chosen by the words: longer ones get more of it
    core::LocalText words;    ///< as the script has them
    core::SourcePlace place;  ///< in the script
};

/// In the order of the script.
[[nodiscard]] std::vector<FilmText> textsOf(const story::Story& story);

/// How many letters, or Han characters, can be read in peace in that time: one and a half readings.
[[nodiscard]] int charactersAllowed(double seconds, const std::string& language);

}  // namespace ebbflow::papers
