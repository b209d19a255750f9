#pragma once
// The white stroke of a step's `pulse`: it runs along the great circle as lights do, in the film's
// own time, so that it goes on while a hold lets the lights stand.

#include "screen/overlay.hpp"
#include "screen/page.hpp"

namespace ebbflow::screen {

void describePulse(const Moment& moment, Overlay& overlay);

}  // namespace ebbflow::screen
