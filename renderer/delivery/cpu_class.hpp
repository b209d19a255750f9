#pragma once
// Which class of CPU this is, as far as pictures may depend on it (with fused multiply-add or
// without). It names no model and measures nothing.

#include <string_view>

namespace ebbflow::delivery {

/// `x86-64-v3` and the like after the x86-64 psABI's levels; elsewhere the architecture's name.
[[nodiscard]] std::string_view cpuClass();

}  // namespace ebbflow::delivery
