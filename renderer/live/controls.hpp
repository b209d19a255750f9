#pragma once
// What a command may do to a film that is being shown. The player answers it with its window; a
// test with less. It knows no commands.

#include <string>

#include "frame/plan.hpp"
#include "live/away.hpp"
#include "live/chapter_grid.hpp"
#include "live/laser.hpp"
#include "live/notices.hpp"
#include "live/playback.hpp"
#include "live/talk_timer.hpp"
#include "live/visit.hpp"

namespace ebbflow::live {

class Controls {
public:
    virtual ~Controls() = default;

    [[nodiscard]] virtual Playback& playback() = 0;
    [[nodiscard]] virtual Notices& notices() = 0;
    [[nodiscard]] virtual ChapterGrid& grid() = 0;
    [[nodiscard]] virtual Away& away() = 0;
    [[nodiscard]] virtual Visit& visit() = 0;
    [[nodiscard]] virtual Laser& laser() = 0;
    [[nodiscard]] virtual TalkTimer& timer() = 0;
    /// Of the film that is on screen.
    [[nodiscard]] virtual const frame::Plan& plan() const = 0;
    /// Real seconds, by the clock of the notices.
    [[nodiscard]] virtual double now() const = 0;

    [[nodiscard]] virtual bool fullScreen() const = 0;
    virtual void setFullScreen(bool on) = 0;
    /// Saves the film's picture as it stands, without what the window says over it.
    virtual void saveScreenshot() = 0;

    /// That was asked for last; it may not be on screen yet.
    [[nodiscard]] virtual std::string language() const = 0;
    /// One of the film's.
    virtual void setLanguage(const std::string& language) = 0;
    /// Ends the show.
    virtual void quit() = 0;
};

}  // namespace ebbflow::live
