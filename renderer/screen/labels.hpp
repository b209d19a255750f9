#pragma once
// Names of places, states and waters on the map, as they were planned.

#include <vector>

#include "screen/overlay.hpp"
#include "screen/page.hpp"
#include "screen/planned_label.hpp"

namespace ebbflow::screen {

void describeLabels(const std::vector<PlannedLabel>& labels, const Moment& moment,
                    Overlay& overlay);

}  // namespace ebbflow::screen
