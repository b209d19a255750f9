#pragma once
// When everything in the script happens: steps with their start and length, cameras, captions, and
// each chapter's track of dates. Solved once; where it fills in what the author left out, it says
// how.

#include <functional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/diagnostic.hpp"
#include "core/film_time.hpp"
#include "core/text_value.hpp"
#include "film/film.hpp"
#include "flow/schedule.hpp"
#include "picture/camera.hpp"
#include "picture/grade.hpp"
#include "story/camera_plan.hpp"
#include "story/date_track.hpp"
#include "story/light_clock.hpp"

namespace ebbflow::story {

/// Seconds of film.
struct PlannedCaption {
    double start = 0;
    double end = 0;
    core::LocalText text;
};

struct PlannedStep : Shot {
    std::size_t chapter = 0;  ///< index into the scene's chapters
    std::size_t step = 0;     ///< index into that chapter's steps
    core::FilmTime start;
    core::FilmTime length;
    picture::Grade grade;                   ///< of the ground
    double gradeSeconds = 0;                ///< that the change from the step before takes
    double holdStart = 0, holdSeconds = 0;  ///< seconds of film while time stands; none: 0
    scene::Transition::Kind transition = scene::Transition::Kind::move;
    double transitionSeconds = 0;  ///< of a cross-fade, from the start; of a dip, half on each side
    std::vector<PlannedCaption> captions;
    [[nodiscard]] core::FilmTime end() const { return start + length; }
    /// Whether the picture of the step before goes over into this one's without a break.
    [[nodiscard]] bool goesOn() const { return transition == scene::Transition::Kind::move; }
};

struct PlannedChapter {
    std::size_t firstStep = 0;  ///< index into Timeline::steps
    std::size_t stepCount = 0;
    core::FilmTime start, end;
    core::Span span;              ///< of history, that passes in it
    core::Day firstDay, lastDay;  ///< of the span, both included
    DateTrack dates;
};

struct Timeline {
    std::vector<PlannedStep> steps;
    std::vector<PlannedChapter> chapters;
    core::FilmTime length;
    LightClock clock;  ///< of the lights, which stand while a step holds
    /// Whether anything says when the film plays. Where nothing does its days mean nothing, and no
    /// date is shown.
    bool dated = true;
    bool clocked = false;  ///< whether anything says so to the minute

    /// Lights' seconds between which a chapter's journeys may be seen: from the last cut,
    /// cross-fade or dip that began a chapter, this one or one before it, to the next. Journeys
    /// that are under way there are not followed into another time.
    struct Flights {
        double from, until;
    };
    [[nodiscard]] Flights flightsOf(std::size_t chapter) const;
    /// The step on screen at a film time; the last one at and after the end.
    [[nodiscard]] std::size_t stepAt(core::FilmTime time) const;
};

/// How long a caption must stand, seconds; text's rule, handed in.
using CaptionSeconds = std::function<double(std::string_view text, std::string_view language)>;

/// A step's length, when not written: camera move + reading time of its longest caption in the
/// slowest of `languages`, and as long as its longest narration in them, at least 4 s, rounded up
/// to half a second. A camera move, when not written: 1.5 to 4 s by how far it goes. Unknown places
/// in cameras are reported. A camera that follows a kind stands still until planFollowing().
[[nodiscard]] Timeline planTimeline(const film::Film& film, const CaptionSeconds& captionSeconds,
                                    const std::vector<std::string>& languages,
                                    core::Diagnostics& diagnostics);

/// Where every camera goes, once the lights are known that some of them follow. Lengths stay.
void planFollowing(const film::Film& film, Timeline& timeline, const struct LightPlan& lights);

/// The moment of history that a chapter has reached at a film time, to the second: the least that
/// time is told by.
[[nodiscard]] core::Instant instantAt(const PlannedChapter& chapter, double seconds);

/// The day on which a step ends.
[[nodiscard]] core::Day lastDayOf(const Timeline& timeline, std::size_t step);

/// The camera at a film time.
[[nodiscard]] picture::CameraView cameraAt(const Timeline& timeline, core::FilmTime time);

/// The time of each chapter, as the schedule of departures needs them.
[[nodiscard]] std::vector<flow::Window> windowsOf(const film::Film& film, const Timeline& timeline);

}  // namespace ebbflow::story
