#pragma once
// Commands as text, `seek 1:23.5` or `chapter next`: for whatever steers a film without its keys.
// A text that is no command is told what was expected; nothing is guessed.

#include <optional>
#include <string>
#include <string_view>

#include "live/command.hpp"

namespace ebbflow::live {

/// One of the two.
struct CommandOrFault {
    std::optional<Command> command;
    std::string fault;  ///< a sentence without its full stop
};

/// The name of a command of that mode, and behind it what the command takes. Blanks around and
/// between words do not count.
[[nodiscard]] CommandOrFault parseCommand(std::string_view text, Mode mode);

/// The row's command, told these words.
[[nodiscard]] CommandOrFault withArguments(const CommandRow& row, std::string_view words);

}  // namespace ebbflow::live
