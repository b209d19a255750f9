#pragma once
// Whether what the script puts on the screen has room there: pieces that lie over one another or
// reach out of the picture are told step by step, as warnings; paper with more on it than a card
// holds is an error.

#include "core/diagnostic.hpp"
#include "screen/screen_plan.hpp"

namespace ebbflow::screen {

void checkScreen(const ScreenPlan& page, core::Diagnostics& diagnostics);

}  // namespace ebbflow::screen
