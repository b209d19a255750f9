#pragma once
// What the window lays over the film for whoever sits at the keys, as a value: the time, a message,
// the bar, the list of keys, the faults of a broken save. When that is, notices.hpp says; where it
// stands, hud_items.hpp.

#include <optional>
#include <string>
#include <vector>

#include "live/bar.hpp"
#include "live/chapter_grid.hpp"
#include "live/found.hpp"
#include "live/laser.hpp"
#include "live/menu_items.hpp"
#include "live/playback.hpp"

namespace ebbflow::live {

/// All that is to be seen at one moment; empty members are not drawn.
struct Hud {
    std::string clock;
    std::string message;
    std::string heading;  ///< of the faults
    std::vector<std::string> faults;
    bool keys = false;
    Mode mode = Mode::play;        ///< whose keys
    std::optional<Bar> bar;        ///< it says the time; the clock is then left out
    std::optional<Found> found;    ///< under the pointer
    std::optional<GridView> grid;  ///< it leaves nothing else to be seen but messages and faults
    std::optional<std::size_t> invite;  ///< a kiosk's line, in that language of the film
    std::optional<MenuView> menu;       ///< a kiosk's
    std::optional<LaserSpot> laser;     ///< over all the rest
    [[nodiscard]] bool empty() const {
        return !invite && !menu && clock.empty() && message.empty() && faults.empty() && !keys &&
               !bar && !found && !grid && !laser;
    }
    friend bool operator==(const Hud&, const Hud&) = default;
};

}  // namespace ebbflow::live
