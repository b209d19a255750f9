#pragma once
// Two pictures held against one another byte by byte, and which renderer and class of CPU draws
// here, as far as bytes depend on it.

#include <cstddef>
#include <string>

#include "core/image.hpp"

namespace ebbflow::test {

struct Difference {
    std::size_t bytes = 0;  ///< that differ; all when the sizes do
    std::size_t total = 0;
    int most = 0;  ///< levels of the byte that differs most

    /// What another CPU's rounding may do: one level in a thousandth of the bytes.
    [[nodiscard]] bool slight() const { return most <= 1 && bytes * 1000 <= total; }
};

[[nodiscard]] Difference compare(const core::Image& a, const core::Image& b);

/// Differences sixteen times as strong, on black.
[[nodiscard]] core::Image differenceOf(const core::Image& a, const core::Image& b);

/// Renderer, Mesa and whether the CPU has fused multiply-add: a line each. The width of its vectors
/// does not matter and is left out.
[[nodiscard]] std::string rendererClass();

}  // namespace ebbflow::test
