#pragma once
// The window loop: real time drives Playback, Playback's film time is described, painted and shown.
// A slow window skips frames and never slows time; one in which nothing moves draws nothing. It
// decides nothing about films, and writes only what it is told to.

#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <string>

#include "core/film_time.hpp"
#include "core/image.hpp"
#include "gl/window.hpp"
#include "live/command.hpp"
#include "live/reloader.hpp"
#include "live/report.hpp"
#include "live/shared_clock.hpp"
#include "live/wall.hpp"
#include "produce/timing.hpp"

namespace ebbflow::live {

class Log;

struct PlayerOptions {
    Mode mode = Mode::play;
    gl::Extent size;          ///< of the window, screen coordinates; {0, 0}: as the film is shaped
    bool fullScreen = false;  ///< on the monitor where the window appears
    int monitor = -1;         ///< ≥ 0: full screen there
    /// Picture pixels to a window pixel, 0…1; none: as many as keep the film's rate.
    std::optional<double> scale;
    std::optional<Wall> wall;          ///< of which the window is a part
    std::optional<ClockWish> clock;    ///< that it shares with other machines
    core::FilmTime from;               ///< where to begin
    bool paused = false;               ///< begin standing still; plain play only
    bool watch = true;                 ///< load again what is saved
    bool sound = true;                 ///< play what the film has to hear, where there is a device
    std::string shaderFolder;          ///< empty: the shaders built in
    std::filesystem::path folder;      ///< for screenshots
    std::filesystem::path statusFile;  ///< empty: none
    std::filesystem::path countsFile;  ///< of what visitors choose; empty: none
    std::optional<KeyPress> exitKey;   ///< ends a kiosk
    std::filesystem::path rehearsal;   ///< written: how long each step stood; empty: nowhere
    std::optional<produce::Timing> rehearsed;  ///< what a presenter is ahead of or behind
};

/// To be used on the main thread.
class Player {
public:
    /// Opens the window and uploads the film. `film` must hold a plan; its files are watched.
    /// Throws core::Failure without a display, OpenGL 4.5 or that monitor.
    Player(LoadedPlan film, FilmLoader loader, PlayerOptions options, Log& log);
    ~Player();
    Player(const Player&) = delete;
    Player& operator=(const Player&) = delete;

    /// Plays until its user closes it, or `endAsked` (asked between frames) says so. Throws
    /// core::Failure when drawing fails.
    void run(const std::function<bool()>& endAsked);

    /// From any thread. Commands are obeyed in the order in which they came, at the start of the
    /// next frame.
    void send(Command command);
    /// From any thread: as it was at the loop's last turn.
    [[nodiscard]] Report report() const;
    /// From any thread: what the window shows, without the black round it, at the loop's next turn.
    /// A broken promise when the player ends before.
    [[nodiscard]] std::future<core::Image> picture();
    /// From any thread: a small picture of a step (StepStills::of).
    [[nodiscard]] std::shared_ptr<const core::Image> stillOf(std::size_t step);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace ebbflow::live
