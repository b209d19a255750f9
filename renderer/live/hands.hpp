#pragma once
// What a mouse or a finger means in each mode, as a state machine: events with their times in,
// commands of the table out, and what is to be seen of the bar. It reads no clock, draws nothing
// and knows no window.

#include <optional>
#include <vector>

#include "live/bar.hpp"
#include "live/command.hpp"
#include "live/pointer_event.hpp"

namespace ebbflow::live {

class Hands {
public:
    explicit Hands(Mode mode) : mode_(mode) {}

    /// `now` is real seconds by any clock that never goes back.
    [[nodiscard]] std::vector<Command> take(const PointerEvent& event, const BarLayout& layout,
                                            const Playback& playback, double now);

    /// Whether the pointer was moved a moment ago, or holds something.
    [[nodiscard]] bool awake(double now) const;
    /// The film stands while its time is in somebody's hand.
    [[nodiscard]] bool holdsTime() const { return held_ == BarPart::seek; }
    /// Where the pointer's arrow is on the film, for whoever asks what is there: while it moves,
    /// and over a film that stands for as long as it is there.
    [[nodiscard]] std::optional<core::PixelPoint> onFilm(const BarLayout& layout,
                                                         const Playback& playback, bool barThere,
                                                         double now) const;
    /// What is to be seen of the bar. `stays`: whether or not the pointer moves.
    [[nodiscard]] std::optional<Bar> bar(const BarLayout& layout, const Playback& playback,
                                         bool stays, double now) const;

private:
    struct Click {
        double at = 0;
        core::PixelPoint where;
        bool paused =
            false;  ///< it changed whether the film runs, and a second one takes that back
    };
    void move(const PointerEvent& event, const BarLayout& layout, double now);
    [[nodiscard]] std::vector<Command> drag(const PointerEvent& event, double now);
    [[nodiscard]] std::vector<Command> press(const PointerEvent& event, const BarLayout& layout,
                                             bool barThere);
    [[nodiscard]] std::vector<Command> release(const PointerEvent& event, const BarLayout& layout,
                                               const Playback& playback, double now);
    [[nodiscard]] std::vector<Command> clickFilm(const PointerEvent& event,
                                                 const Playback& playback, double now);

    Mode mode_;
    std::optional<core::PixelPoint> at_;
    double awakeUntil_ = -1;
    bool onBar_ = false;    ///< where it stays as long as the pointer is there
    bool pressed_ = false;  ///< on the film or on the bar
    bool drags_ = false;    ///< the map
    BarPart held_ = BarPart::none;
    std::optional<Click> click_;
};

}  // namespace ebbflow::live
