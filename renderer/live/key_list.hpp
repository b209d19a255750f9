#pragma once
// The keys of a live film in words: the list that the window shows, and the one that the command
// line prints and the manual quotes. It decides nothing; the table does.

#include <string>
#include <string_view>
#include <vector>

#include "live/playback.hpp"

namespace ebbflow::live {

/// `key  key` and what they do: one line for each command that has a key in the mode.
struct KeyLine {
    std::string keys;
    std::string meaning;
};
[[nodiscard]] std::vector<KeyLine> keyLines(Mode mode, std::string_view language);

/// The keys of every mode that has some, and what they do, at more length; English, plain lines.
[[nodiscard]] std::string manualOfKeys();

}  // namespace ebbflow::live
