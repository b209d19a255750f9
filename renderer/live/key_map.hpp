#pragma once
// What a key means in each mode: a press in, a command of the table out, on a Russian keyboard
// layout too. It says nothing of how a command is carried out.

#include <optional>

#include "live/command.hpp"

namespace ebbflow::live {

/// Nothing for a key that means nothing. `repeated`: held down, not pressed anew; only some
/// commands follow that, for a clicker held a moment too long must not run through the film.
[[nodiscard]] std::optional<Command> commandFor(Mode mode, const KeyPress& press,
                                                bool repeated = false);

}  // namespace ebbflow::live
