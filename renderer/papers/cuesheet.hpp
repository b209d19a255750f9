#pragma once
// What the film says and when, for whoever checks it: every statement and figure on the screen with
// its time, its sources, how sure it is, and whether anything about it is still to be verified. It
// says what was written; it judges no fact.

#include <optional>
#include <string>
#include <vector>

#include "core/confidence.hpp"
#include "core/film_time.hpp"
#include "core/text_value.hpp"
#include "story/story.hpp"

namespace ebbflow::papers {

struct CueSource {
    std::string id;  ///< of the sources table; empty for words of the script
    std::string citation, page, url;
};

struct Cue {
    std::string what;  ///< `title`, `caption`, `counter`, `flow`, `works` …
    core::FilmTime start, end;
    std::size_t chapter = 0;                     ///< index into the scene's chapters
    std::size_t step = 0;                        ///< counted from 1; 0 = the whole chapter
    core::LocalText words;                       ///< as the screen has them, or says them by light
    std::optional<core::Confidence> confidence;  ///< of figures; a statement has none
    std::vector<CueSource> sources;
    std::string open;  ///< what is to be verified, in English; empty when nothing is
    core::SourcePlace place;
};

/// In the order in which they come on. Something is open when it is disputed or unverified, when it
/// has no source, or when none of its sources says where to look: no page and no address. Titles
/// are statements only if they hold a number that is no date of their chapter.
[[nodiscard]] std::vector<Cue> cuesOf(const story::Story& story);

}  // namespace ebbflow::papers
