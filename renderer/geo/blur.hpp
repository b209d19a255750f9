#pragma once
// A Gaussian blur of a grid of numbers, edges held.

#include <vector>

namespace ebbflow::geo {

/// In place; `sigma` in grid steps. The kernel is cut at three sigma.
void gaussianBlur(std::vector<float>& values, int width, int height, double sigma);

}  // namespace ebbflow::geo
