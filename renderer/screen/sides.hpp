#pragma once
// Whether the screen's left and right are changed, as for languages that are written from right to
// left, and where a piece then stands. mirror.hpp changes them.

#include <string>
#include <string_view>

#include "story/story.hpp"

namespace ebbflow::screen {

/// As the script says, else as its shown language is written.
[[nodiscard]] bool isMirrored(const story::Story& story);

/// Where a piece stands before all is turned: what the script says (empty = nothing) holds for the
/// picture as it is seen.
[[nodiscard]] std::string placeOf(const story::Story& story, const std::string& said,
                                  std::string_view usual);

}  // namespace ebbflow::screen
