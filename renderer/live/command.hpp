#pragma once
// A command of the live film as a value: a row of the table and what it is told. Keys make it, and
// whatever else steers a film (a text, later a mouse, a network) makes the same. It does nothing.

#include <functional>
#include <string_view>
#include <vector>

#include "live/arguments.hpp"
#include "live/key_press.hpp"
#include "live/playback.hpp"

namespace ebbflow::live {

class Controls;

/// A key, and what the command is told when that key gives it, as text.
struct Binding {
    KeyPress press;
    std::string_view told = {};
};

/// All that is known of one command.
struct CommandRow {
    std::string_view name;                 ///< a word or more; its text begins with them
    std::vector<ArgumentKind> takes = {};  ///< all of them, in this order
    std::string_view says;                 ///< in the list of keys, English, a few words
    std::string_view manual = {};          ///< at more length; empty: the same
    std::vector<Binding> keys = {};        ///< of plain play
    std::vector<Binding> clicker = {};     ///< of a presenter: a clicker's, and a keyboard's
    std::vector<Mode> onlyIn = {};         ///< empty: a command in every mode
    bool byNumber = false;                 ///< a number typed, and Enter, give it, told that number
    bool whileHeld = false;                ///< a key held down gives it again and again
    std::function<void(Controls& controls, const Arguments& told)> does;
};

struct Command {
    const CommandRow* row;  ///< of the table; never null
    Arguments arguments;    ///< as many as the row takes, of the kinds that it takes
    friend bool operator==(const Command&, const Command&) = default;
};

}  // namespace ebbflow::live
