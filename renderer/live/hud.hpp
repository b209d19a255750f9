#pragma once
// What the window lays over the film for whoever sits at the keys: the time, a message, the list of
// keys, the faults of a broken save. It decides where that stands, not when; no export draws it.

#include <string>
#include <vector>

#include "frame/plan.hpp"
#include "live/playback.hpp"
#include "picture/description.hpp"

namespace ebbflow::live {

/// All that is to be seen at one moment; empty members are not drawn.
struct Hud {
    std::string clock;
    std::string message;
    std::string heading;  ///< of the faults
    std::vector<std::string> faults;
    bool keys = false;
    Mode mode = Mode::play;  ///< whose keys
    [[nodiscard]] bool empty() const {
        return clock.empty() && message.empty() && faults.empty() && !keys;
    }
    friend bool operator==(const Hud&, const Hud&) = default;
};

/// `1:05 / 3:20   2/6   Students`, to the hundredth when `exact`; `state` (paused, end) behind it.
[[nodiscard]] std::string clockText(const frame::Plan& plan, core::FilmTime time, bool exact,
                                    std::string_view state);

/// In reference pixels, for a picture of the plan's shape. Uses the plan's ruler: one thread only.
[[nodiscard]] std::vector<picture::OverlayItem> hudItems(const Hud& hud, const frame::Plan& plan);

/// Lays items over a frame, and over its fade to black too: the window must be able to speak while
/// the film opens or has ended.
void layOver(picture::FrameDescription& description, std::vector<picture::OverlayItem> items,
             double aspect);

}  // namespace ebbflow::live
