#pragma once
// The figures that a film shows, gathered for its cue sheet: counters while they stand, and what
// the lights and squares of each chapter say, by how sure they are.

#include <string>
#include <vector>

#include "story/story.hpp"

namespace ebbflow::papers {

struct CueFigure {
    std::string what;  ///< `counter`, `flow` or `works`
    core::FilmTime start, end;
    std::size_t chapter = 0;
    std::size_t step = 0;   ///< counted from 1, the one in which it comes on; 0 = all chapter
    core::LocalText words;  ///< number and label, in each of the film's languages
    core::Confidence confidence = core::Confidence::unverified;
    std::vector<std::string> sources;
    core::SourcePlace place;
};

/// Each counter from the frame in which its value comes on to that in which it goes or changes.
[[nodiscard]] std::vector<CueFigure> countersShown(const story::Story& story);

/// Per kind and confidence, how many are under way in the chapter's days; per confidence, how many
/// works are drawn by its last day.
[[nodiscard]] std::vector<CueFigure> flowsShown(const story::Story& story, std::size_t chapter);

}  // namespace ebbflow::papers
