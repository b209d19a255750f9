#pragma once
// The table of commands: each is one row, and a new one is a new row in commands.cpp. Keys, the
// list of keys, the manual's and the text of a command are made from it and know no command by
// name.

#include <span>

#include "live/command.hpp"

namespace ebbflow::live {

/// In the order in which lists show them.
[[nodiscard]] std::span<const CommandRow> commandTable();

/// The keys that give a command in a mode. A kiosk has none.
[[nodiscard]] std::span<const Binding> keysOf(const CommandRow& row, Mode mode);

/// The command of a row that there is, told that.
[[nodiscard]] Command commandNamed(std::string_view name, Arguments arguments = {});

[[nodiscard]] bool isOf(const CommandRow& row, Mode mode);

}  // namespace ebbflow::live
