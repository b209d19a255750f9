#pragma once
// Which of the processor's instructions the vectors use here. Pictures do not depend on it.

#include <string>

namespace ebbflow::raster {

/// `AVX-512`, `AVX2`, `SSE4`, or `none` where a float goes at a time.
[[nodiscard]] std::string instructionSet();

}  // namespace ebbflow::raster
