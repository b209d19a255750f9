#pragma once
// What a kind of movement is called on the screen and on paper.

#include <string>
#include <string_view>

#include "story/story.hpp"

namespace ebbflow::story {

/// What a kind is called: the script's label, else the program's words for it and its look.
[[nodiscard]] std::string kindName(const Story& story, const Kind& kind, std::string_view language);

}  // namespace ebbflow::story
