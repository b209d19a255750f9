#pragma once
// Hashes that are the same on every machine and in every run, unlike std::hash: the film's only
// source of variety. Not for security.

#include <cstdint>
#include <string_view>

namespace ebbflow::core {

/// Finaliser of SplitMix64 (Steele, Lea, Flood 2014): every input bit moves every output bit.
[[nodiscard]] constexpr std::uint64_t mixBits(std::uint64_t x) {
    x += 0x9E3779B97F4A7C15ULL;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31);
}

/// FNV-1a, 64 bits.
[[nodiscard]] constexpr std::uint64_t hashText(std::string_view text,
                                               std::uint64_t seed = 0xCBF29CE484222325ULL) {
    for (const char c : text) {
        seed = (seed ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    }
    return seed;
}

/// The top 53 bits as a number in [0, 1).
[[nodiscard]] constexpr double unitInterval(std::uint64_t bits) {
    return static_cast<double>(bits >> 11) * 0x1.0p-53;
}

}  // namespace ebbflow::core
