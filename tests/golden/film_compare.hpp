#pragma once
// Two pictures held against one another byte by byte, and which renderer and class of CPU draws
// here, as far as bytes depend on it.

#include <cstddef>
#include <filesystem>
#include <string>

#include "core/image.hpp"

namespace ebbflow::test {

struct Difference {
    std::size_t bytes = 0;  ///< that differ; all when the sizes do
    std::size_t total = 0;
    std::size_t strong = 0;  ///< that differ by more than a level
    int most = 0;            ///< levels of the byte that differs most

    /// What another CPU's rounding may do: one level in a thousandth of the bytes.
    [[nodiscard]] bool slight() const { return most <= 1 && bytes * 1000 <= total; }
    /// What two ways of making the same picture may do: a level, and in one of a hundred bytes
    /// more, where a rounding is rounded again (words over the map, light over relief) and where a
    /// place's slopes are mixed from texels, which Mesa does in coarser steps.
    [[nodiscard]] bool near() const { return most <= 16 && strong * 100 <= total; }
};

[[nodiscard]] Difference compare(const core::Image& a, const core::Image& b);

/// Differences sixteen times as strong, on black.
[[nodiscard]] core::Image differenceOf(const core::Image& a, const core::Image& b);

/// Its bytes, as xxhsum would print them.
[[nodiscard]] std::string hashOf(const core::Image& image);

/// What a file of lines `NAME HASH` says of a name; nothing when it has none.
[[nodiscard]] std::string recordedHash(const std::filesystem::path& file, const std::string& name);

/// Renderer, Mesa and whether the CPU has fused multiply-add: a line each. The width of its vectors
/// does not matter and is left out.
[[nodiscard]] std::string rendererClass();

}  // namespace ebbflow::test
