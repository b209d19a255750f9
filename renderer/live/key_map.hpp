#pragma once
// What a key means in each mode. Pure: a press in, a command out. It says nothing of how a command
// is carried out, and gives `quit` to no key of a presenter's clicker and to none of a kiosk's.

#include <optional>
#include <span>
#include <string_view>
#include <variant>

#include "gl/window.hpp"
#include "live/playback.hpp"

namespace ebbflow::live {

/// A key with a name, or the character that a key writes.
using KeyPress = std::variant<gl::Key, char32_t>;

enum class Command {
    togglePause,
    seekBack,
    seekForward,
    frameBack,
    frameForward,
    chapterBack,
    chapterForward,
    toStart,
    toEnd,
    next,
    back,
    toggleBlack,
    toggleFullScreen,
    enterFullScreen,
    screenshot,
    toggleKeys,
    toggleClock,
    nextLanguage,
    quit
};

/// One row of the table that both the keyboard and the list of keys on screen are made from.
struct Binding {
    Command command;
    KeyPress press;
};

/// All keys of a mode, in the order in which the list on screen shows them. A kiosk has none.
[[nodiscard]] std::span<const Binding> bindingsOf(Mode mode);

/// Nothing for a key that means nothing. `repeated`: held down, not pressed anew; only seeking and
/// stepping follow that, for a clicker held a moment too long must not run through the film.
[[nodiscard]] std::optional<Command> commandFor(Mode mode, const KeyPress& press,
                                                bool repeated = false);

/// `x`, `Escape`, `F5`, `PageDown`, …: the name of a key on the command line. Nothing when it is
/// none.
[[nodiscard]] std::optional<KeyPress> keyNamed(std::string_view name);

}  // namespace ebbflow::live
