#pragma once
// The one place that decides how a text out of somebody's file is shown on a terminal: what would
// steer the terminal or turn its writing around is spelled out. It is for people, not for data:
// what another program reads is written by that format's own rules.

#include <string>
#include <string_view>

namespace ebbflow::core {

/// The text with every control character (C0, DEL, C1), line and paragraph separator, mark that
/// changes the direction of writing, and byte that is no UTF-8 as `\n`, `\x1b` or `\u202e`. Line
/// feeds stay only where `lines` says that the text is one of several lines of our own.
[[nodiscard]] std::string printable(std::string_view text, bool lines = false);

}  // namespace ebbflow::core
