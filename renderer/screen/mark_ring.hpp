#pragma once
// How large the ring of a mark is: names keep outside of it.

namespace ebbflow::screen {

/// Reference pixels.
inline constexpr double kRingRadius = 34;

}  // namespace ebbflow::screen
