#pragma once
// What the window has to say at a given moment: messages that pass, the list of keys, the time,
// faults that stay until they are mended. A kiosk says nothing over its film, ever, and a
// presenter's window no faults; those go to the log.

#include <string>
#include <string_view>
#include <vector>

#include "frame/plan.hpp"
#include "live/hud.hpp"

namespace ebbflow::live {

/// `now` is real seconds by any clock that never goes back.
class Notices {
public:
    explicit Notices(Mode mode) : mode_(mode) {}

    void toggleKeys() { keys_ = !keys_; }
    void toggleClock() { clock_ = !clock_; }
    void toggleBar() { bar_ = !bar_; }
    /// Whether the bar at the foot is there even while no pointer moves.
    [[nodiscard]] bool barStays() const { return bar_; }
    /// Shows the time for a moment in plain play: something was done to it.
    void glance(double now);
    /// A few words for a moment.
    void say(std::string message, double now);

    /// Empty: mended. Each source's faults stand until then.
    void setFilmFaults(std::vector<std::string> faults) { filmFaults_ = std::move(faults); }
    void setShaderFaults(std::vector<std::string> faults) { shaderFaults_ = std::move(faults); }
    [[nodiscard]] const std::vector<std::string>& filmFaults() const { return filmFaults_; }
    /// The first fault there is, or nothing.
    [[nodiscard]] std::string problem() const;
    /// The message that stands now, or nothing.
    [[nodiscard]] std::string message(double now) const;

    [[nodiscard]] Hud hud(const frame::Plan& plan, const Playback& playback, double now) const;

private:
    static constexpr double kShownSeconds = 2.5;
    static constexpr std::size_t kMostFaults = 8;
    [[nodiscard]] std::vector<std::string> faults() const;

    Mode mode_;
    bool keys_ = false;
    bool clock_ = false;
    bool bar_ = false;
    double glanceUntil_ = -1;
    double messageUntil_ = -1;
    std::string message_;
    std::vector<std::string> filmFaults_, shaderFaults_;
};

}  // namespace ebbflow::live
