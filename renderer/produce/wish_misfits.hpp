#pragma once
// What of a wish does not go together, as far as that is known without its film. It knows neither
// file nor lines: whoever asks has them.

#include <vector>

#include "encode/settings.hpp"
#include "encode/settings_check.hpp"
#include "produce/wish.hpp"

namespace ebbflow::produce {

/// Each by the name of the wish's field that is most likely wrong; `ending` is its output's name.
[[nodiscard]] std::vector<encode::Problem> misfitsOf(const RenderWish& wish);

}  // namespace ebbflow::produce
