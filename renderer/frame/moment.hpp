#pragma once
// One instant of a film with what most parts of a frame ask about it, worked out once per frame.

#include "core/film_time.hpp"
#include "frame/plan.hpp"

namespace ebbflow::frame {

struct Moment {
    Moment(const Plan& p, core::FilmTime time);

    const Plan& plan;
    double seconds;  ///< of film
    std::size_t stepIndex;
    const PlannedStep& step;
    const PlannedChapter& chapter;
    const scene::Step& script;
    const scene::Chapter& chapterScript;
    double day;           ///< of history, with its fraction
    double sinceStep;     ///< seconds
    double sinceChapter;  ///< seconds
    double chapterLeft;   ///< seconds
    CameraView camera;

    [[nodiscard]] core::Day today() const;
    /// The film time in this chapter at which a day is reached; far past for days before the
    /// chapter.
    [[nodiscard]] double reached(core::Day date) const;
    /// 0…1: how far something valid in that span is there now, easing in and out over a second of
    /// film.
    [[nodiscard]] double presence(const core::Validity& valid) const;
};

}  // namespace ebbflow::frame
