#pragma once
// A way that a table brings itself: the points of a recorded journey. Plain data.

#include <optional>
#include <vector>

#include "core/calendar.hpp"
#include "core/coordinates.hpp"

namespace ebbflow::flow {

struct OwnWay {
    std::vector<core::LonLat> points;      ///< in order of travel, at least two that differ
    std::optional<core::Instant> arrival;  ///< at the last of them, where that is known
};

}  // namespace ebbflow::flow
