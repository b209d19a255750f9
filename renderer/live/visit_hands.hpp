#pragma once
// What touches, keys and time come to in a kiosk for visitors: commands of the table. It draws
// nothing and knows no window.

#include <string>
#include <vector>

#include "live/command.hpp"
#include "live/menu_layout.hpp"
#include "live/pointer_event.hpp"
#include "live/visit.hpp"

namespace ebbflow::live {

/// Beside the menu any touch and any key opens it.
[[nodiscard]] std::vector<Command> pointInVisit(Visit& visit, const PointerEvent& event,
                                                const MenuLayout& menu, double now);
[[nodiscard]] std::vector<Command> pressInVisit(Visit& visit, const KeyPress& key,
                                                const MenuLayout& menu, double now);
/// What happens by itself, after the film's time has gone on. `language`: that was asked for last.
[[nodiscard]] std::vector<Command> timeInVisit(Visit& visit, core::FilmTime time,
                                               const std::string& language, double now);

}  // namespace ebbflow::live
