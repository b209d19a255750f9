#pragma once
// How many samples a path has, wherever paths are made, kept or drawn.

namespace ebbflow::flow {

/// Samples evenly spaced by distance along the ground.
inline constexpr int kPathSamples = 64;

}  // namespace ebbflow::flow
