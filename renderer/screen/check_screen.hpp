#pragma once
// Whether what the script puts on the screen has room there: pieces that lie over one another or
// reach out of the picture are told step by step, as warnings.

#include "core/diagnostic.hpp"
#include "screen/page.hpp"

namespace ebbflow::screen {

void checkScreen(const Page& page, core::Diagnostics& diagnostics);

}  // namespace ebbflow::screen
