#pragma once
// The live clock as a plain state machine: real seconds and commands in, film time and waiting time
// out. It knows when a presenter waits and what a clicker means; it reads no clock and knows no
// window.

#include <cstdint>
#include <optional>
#include <vector>

#include "core/film_time.hpp"
#include "story/timeline.hpp"

namespace ebbflow::live {

enum class Mode { play, presenter, kiosk };

/// One stretch of film between two places where a viewer may want to be.
struct Segment {
    core::FilmTime start;
    core::FilmTime end;
    bool cue = false;           ///< a presenter waits at its end
    bool chapterStart = false;  ///< `[` and `]` stop here
};

/// A step is a segment; a cue is the end of a chapter, or of a step with `wait: click`.
[[nodiscard]] std::vector<Segment> segmentsOf(const story::Timeline& timeline,
                                              const scene::Scene& scene);

class Playback {
public:
    Playback(std::vector<Segment> segments, core::FrameRate rate, Mode mode);

    /// `seconds` of real time pass. A negative or absurd span (a suspended machine) counts as one
    /// frame.
    void advance(double seconds);

    // Plain play.
    void togglePause();
    void seekTo(core::FilmTime time);      ///< stays within the film
    void seekBy(double seconds);           ///< the same
    void stepFrames(std::int64_t frames);  ///< pauses, and moves by whole frames
    void toChapter(int direction);  ///< −1: this one's start, or the one before; +1: the next
    void toStart();
    void toEnd();
    /// Film seconds to one of real time, > 0; waiting goes on as before.
    void setSpeed(double speed) { speed_ = speed; }

    // The presenter's clicker.
    void
    next();  ///< while something moves: finish the step; while waiting: go on; at the end: nothing
    void back();  ///< the step's start; again within a second of real time: the one before
    void toggleBlack();

    /// Keeps with a clock that shows `time` now, `lap` seconds after it was asked last: stands
    /// where that stands, for so many seconds; runs as it runs, a tenth faster or slower while it
    /// is off by less than a quarter of a second, and jumps where it is off by more. Never goes
    /// back while it eases.
    void follow(core::FilmTime time, double waiting, bool runs, bool black, double lap);

    /// The same place in a film whose timeline has changed.
    void replace(std::vector<Segment> segments, core::FrameRate rate);

    [[nodiscard]] core::FilmTime time() const { return time_; }
    /// Seconds waited at this film time; 0 while the film runs.
    [[nodiscard]] double waiting() const { return waiting_; }
    [[nodiscard]] bool isWaiting() const { return held_; }
    [[nodiscard]] double speed() const { return speed_; }
    [[nodiscard]] bool isPaused() const { return paused_; }
    [[nodiscard]] bool isBlack() const { return black_; }
    /// Whether the film stands at its end and nothing more will come by itself.
    [[nodiscard]] bool isOver() const;

private:
    [[nodiscard]] std::size_t segmentIndex() const;
    [[nodiscard]] core::FilmTime length() const { return segments_.back().end; }
    /// The last instant of a segment: its end belongs to the next one.
    [[nodiscard]] core::FilmTime lastOf(const Segment& segment) const;
    void run(core::FilmTime by);

    std::vector<Segment> segments_;
    core::FrameRate rate_;
    Mode mode_;
    core::FilmTime time_;
    double waiting_ = 0;
    double speed_ = 1;
    double sinceBack_ = 1e9;  ///< real seconds since back() was last asked
    bool held_ = false;
    bool paused_ = false;
    bool black_ = false;
};

}  // namespace ebbflow::live
