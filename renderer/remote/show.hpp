#pragma once
// A film under way as servers see it: what it says of itself, what it shows, and a way to give it
// commands. All of it may be called from any thread.

#include <functional>
#include <future>
#include <memory>
#include <string>
#include <string_view>

#include "core/image.hpp"
#include "live/playback.hpp"
#include "live/report.hpp"

namespace ebbflow::live {
class Player;
}

namespace ebbflow::remote {

struct Show {
    std::function<live::Report()> report;
    /// Soon: at the next turn of the window's loop.
    std::function<std::future<core::Image>()> picture;
    /// A command's text, `seek 1:23.5`. Empty: it is on its way; else what is wrong with it.
    std::function<std::string(std::string_view text)> command;
    /// Of a step of the film, small; null: not made yet, or no such step.
    std::function<std::shared_ptr<const core::Image>(std::size_t step)> still;
    bool console = false;  ///< whether a presenter's is served
};

/// `player` must live longer.
[[nodiscard]] Show showOf(live::Player& player, live::Mode mode);

}  // namespace ebbflow::remote
