#pragma once
// What the window itself says to whoever sits at the keys, in the languages that the program speaks
// (text/languages.hpp); others get English. None of it is ever part of a film.

#include <string>
#include <string_view>

#include "live/command.hpp"

namespace ebbflow::live {

enum class HudWord {
    keys,         ///< heading of the list of keys
    paused,       ///< beside the time
    end,          ///< beside the time, when nothing more comes
    saved,        ///< `{name}`: a screenshot
    notSaved,     ///< `{why}`: a screenshot
    reloaded,     ///< the film, after a save
    broken,       ///< heading of the faults of a save; the last good film goes on
    number,       ///< what is typed before Enter
    soFar,        ///< heading of what a place has seen
    toHere,       ///< `{amount}`: journeys to a place
    fromHere,     ///< `{amount}`: journeys from it
    touch,        ///< over a kiosk's loop
    oneLanguage,  ///< there is no other language to go to
    noChapter     ///< `{name}`: no chapter is called so
};

[[nodiscard]] std::string_view hudWord(HudWord word, std::string_view language);

/// What a command does, in a few words, for the list of keys: as the table says it until it is
/// translated.
[[nodiscard]] std::string_view hudWord(const CommandRow& command, std::string_view language);

/// `Space`, `Right`, `Page Down`, `f`: what stands on the key.
[[nodiscard]] std::string keyLabel(const KeyPress& press, std::string_view language);

}  // namespace ebbflow::live
