#pragma once
// The kinds of movement of a film and how each looks: the script's `flows`, the standard ones, and
// the next free colour for the rest.

#include <string>
#include <string_view>
#include <vector>

#include "story/light_plan.hpp"

namespace ebbflow::story {

/// Kinds in order of first mention (script, then tables). At most kMaxKinds; more are an error.
[[nodiscard]] std::vector<Kind> planKinds(const film::Film& film, core::Diagnostics& diagnostics);

}  // namespace ebbflow::story
