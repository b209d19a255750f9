#pragma once
// Which pieces of the screen are on in a step, by the script's three levels, and how far a piece is
// there at a moment when the steps before or after have it otherwise.

#include <algorithm>
#include <optional>
#include <string_view>

#include "picture/easing.hpp"
#include "story/moment.hpp"

namespace ebbflow::story {

/// Seconds that a piece takes to come or to go.
inline constexpr double kPieceFade = 0.5;
/// A step's first frame already has a trace of what comes with it: cue sheets count from there.
inline constexpr double kTrace = 0.02;

/// What the step says, else its chapter, else the film; null when none of them says anything.
template <typename Get>
[[nodiscard]] const scene::Screen* screenWith(const Story& story, std::size_t step, Get get) {
    const PlannedStep& planned = story.timeline.steps[step];
    const scene::Chapter& chapter = story.film->scene.chapters[planned.chapter];
    for (const scene::Screen* screen :
         {&chapter.steps[planned.step].screen, &chapter.screen, &story.film->scene.screen}) {
        if (get(*screen)) return screen;
    }
    return nullptr;
}

/// The piece with that key of `screen` in a step; nothing when it is off.
[[nodiscard]] std::optional<scene::Piece> pieceOf(const Story& story, std::size_t step,
                                                  std::string_view key);

/// 0…1, less than 1 near a boundary of steps across which `get(step)` changes.
template <typename Get>
[[nodiscard]] double presence(const Moment& moment, Get get) {
    const auto here = get(moment.stepIndex);
    double share = 1;
    if (moment.stepIndex > 0 && get(moment.stepIndex - 1) != here)
        share = picture::smooth((moment.sinceStep + kTrace) / kPieceFade);
    if (moment.stepIndex + 1 < moment.story.timeline.steps.size() &&
        get(moment.stepIndex + 1) != here) {
        const double left = moment.step.end().seconds() - moment.seconds;
        share = std::min(share, picture::smooth(left / kPieceFade));
    }
    return share;
}

[[nodiscard]] inline bool isLarge(const scene::Piece& piece) {
    return piece.size == "large";
}
/// Of counters that have the screen to themselves.
[[nodiscard]] inline bool isHero(const scene::Piece& piece) {
    return piece.size == "hero";
}
[[nodiscard]] inline std::string positionOr(const scene::Piece& piece, std::string_view otherwise) {
    return piece.position.empty() ? std::string(otherwise) : piece.position;
}

}  // namespace ebbflow::story
