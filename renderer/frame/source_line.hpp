#pragma once
// How many rows the line of sources needs in a step: known beforehand, so that the whole film can
// keep that room free.

#include <cstddef>

#include "frame/plan.hpp"

namespace ebbflow::frame {

/// 1 where sources and confidence fit side by side, else 2; 0 where the line is off.
[[nodiscard]] int sourceRows(const Plan& plan, std::size_t step);

}  // namespace ebbflow::frame
