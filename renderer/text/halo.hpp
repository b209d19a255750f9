#pragma once
// The soft dark shape that lies behind letters. Integers only, so that every machine gets the same
// bytes.

#include <cstdint>
#include <vector>

namespace ebbflow::text {

/// How many pixels a halo of this radius (pixels) reaches beyond the letters, rounded up.
[[nodiscard]] int haloReach(double radius);

/// `letters`: coverage, width × height bytes, with a margin of haloReach(radius) on each side.
/// Three box blurs, as near to a Gaussian of sigma radius / 2 as makes no difference, strengthened
/// so that a thin stroke too gets a dark ground, and nowhere less than the letters themselves.
[[nodiscard]] std::vector<std::uint8_t> haloOf(const std::vector<std::uint8_t>& letters, int width,
                                               int height, double radius);

}  // namespace ebbflow::text
