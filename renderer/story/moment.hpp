#pragma once
// One instant of a film with what most parts of a frame ask about it, worked out once per frame.

#include "core/film_time.hpp"
#include "story/story.hpp"

namespace ebbflow::story {

struct Moment {
    Moment(const Story& s, core::FilmTime time);
    /// As a step's own picture would go on at that time, also after its end: for cross-fades.
    Moment(const Story& s, core::FilmTime time, std::size_t ofStep);

    const Story& story;
    double seconds;       ///< of film
    double lightSeconds;  ///< of the lights' own time, in which they leave and arrive
    std::size_t stepIndex;
    const PlannedStep& step;
    const PlannedChapter& chapter;
    const scene::Step& script;
    const scene::Chapter& chapterScript;
    const scene::Step* before;  ///< the step before, in whichever chapter; null in the first
    double day;                 ///< of history, with its fraction
    double sinceStep;           ///< seconds
    double sinceChapter;        ///< seconds
    double chapterLeft;         ///< seconds
    picture::CameraView camera;

    [[nodiscard]] core::Day today() const;
    /// The same with its clock, to the second.
    [[nodiscard]] core::Instant now() const;
    /// 0…1: how far the picture has left the step before and is this one's, easing over `seconds`;
    /// 1 at once where a cut, a cross-fade or a dip lies between the two.
    [[nodiscard]] double entered(double seconds) const;
    /// How the ground is graded, going over from the step before.
    [[nodiscard]] picture::Grade grade() const;
    /// The day for what shows time as a place: it glides where a chapter begins at another date.
    [[nodiscard]] double playheadDay() const;
    /// The film time in this chapter at which an instant is reached; far past for those before the
    /// chapter.
    [[nodiscard]] double reached(core::Instant instant) const;
    /// 0…1: how far something valid in that span is there now, easing in and out over a second of
    /// film, also where a chapter begins at another date.
    [[nodiscard]] double presence(const core::Validity& valid) const;

private:
    [[nodiscard]] double reachedIn(const PlannedChapter& in, core::Instant instant) const;
    [[nodiscard]] double presenceIn(const PlannedChapter& in, const core::Validity& valid) const;
    /// The chapter out of which this one is just coming; null at other times.
    [[nodiscard]] const PlannedChapter* leaving() const;
};

}  // namespace ebbflow::story
