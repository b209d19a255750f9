#pragma once
// The kinds of movement of a film and how each looks: the script's `flows`, the standard ones, and
// the next free colour for the rest.

#include <string>
#include <string_view>
#include <vector>

#include "story/light_plan.hpp"

namespace ebbflow::story {

struct Story;

/// Kinds in order of first mention (script, then tables). At most kMaxKinds; more are an error.
[[nodiscard]] std::vector<Kind> planKinds(const film::Film& film, core::Diagnostics& diagnostics);

/// What a kind is called: the script's label, else the program's words for it and its look.
[[nodiscard]] std::string kindName(const Story& story, const Kind& kind, std::string_view language);

}  // namespace ebbflow::story
