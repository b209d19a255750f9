#pragma once
// All that a presenter has to read of a film, step by step, as plain words in the film's language:
// what a console on another machine is told once. Where the film stands is prompt.hpp's.

#include <cstdint>
#include <string>
#include <vector>

#include "core/film_time.hpp"
#include "frame/plan.hpp"

namespace ebbflow::live {

struct PromptStep {
    std::size_t chapter = 0;         ///< index
    std::size_t step = 0;            ///< index within its chapter
    core::FilmTime start, end;       ///< of the film
    bool cue = false;                ///< a presenter waits at its end
    std::vector<std::string> notes;  ///< the chapter's at its first step, then the step's own
    std::string caption;             ///< the first; empty: none
};

struct PromptChapter {
    std::string title;
    std::size_t firstStep = 0;  ///< index into all steps
    std::size_t stepCount = 0;
};

struct PromptBook {
    std::uint64_t number = 0;  ///< another for each plan that was on the stage
    std::string title;
    std::string language;
    double aspect = 0;  ///< of the picture, width / height
    std::vector<PromptChapter> chapters;
    std::vector<PromptStep> steps;  ///< in the order of the timeline's
};

[[nodiscard]] PromptBook promptBookOf(const frame::Plan& plan, std::uint64_t number);

}  // namespace ebbflow::live
