#include "text/halo.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace ebbflow::text {
namespace {

constexpr std::uint32_t kStrength = 3;
constexpr std::uint32_t kOne = 256;  // fixed point of box widths and of coverage between passes

/// A box whose width need not be whole: full weight up to `whole` pixels from the middle, `part` /
/// kOne on the pixel beyond (the "extended box" of Gwosdek and others, 2011).
struct Box {
    int whole = 0;
    std::uint32_t part = 0;
    [[nodiscard]] std::uint32_t weight() const {
        return kOne * static_cast<std::uint32_t>(2 * whole + 1) + 2 * part;
    }
};

/// Three boxes of width w have variance 3 (w² − 1) / 12.
Box boxFor(double radius) {
    const double sigma = radius / 2;
    const double half = (std::sqrt(4 * sigma * sigma + 1) - 1) / 2;
    const double whole = std::floor(half);
    return {static_cast<int>(whole),
            static_cast<std::uint32_t>(std::lround((half - whole) * kOne))};
}

using Plane = std::vector<std::uint16_t>;  // coverage × kOne

/// Blurs each row of `in` and writes it as a column of `out`, so that twice is rows and columns.
void blurTransposed(const Plane& in, Plane& out, int width, int height, const Box& box) {
    const int reach = box.whole + 1;
    const std::uint64_t inverse = (std::uint64_t{1} << 40) / box.weight();
    std::vector<std::uint32_t> row(static_cast<std::size_t>(width + 2 * reach + 1), 0);
    for (int y = 0; y < height; ++y) {
        const auto start = in.begin() + std::ptrdiff_t{y} * width;
        std::copy(start, start + width, row.begin() + reach);
        std::uint64_t inner = 0;  // pixels within `whole` of the one before the first
        for (int i = 0; i < 2 * box.whole + 1; ++i) inner += row[static_cast<std::size_t>(i)];
        for (int x = 0; x < width; ++x) {
            const auto at = static_cast<std::size_t>(x);
            const std::uint64_t left = row[at];
            const std::uint64_t right = row[at + 2 * static_cast<std::size_t>(reach)];
            inner += row[at + 2 * static_cast<std::size_t>(box.whole) + 1] - left;
            const std::uint64_t sum = inner * kOne + (left + right) * box.part;
            out[static_cast<std::size_t>(x) * static_cast<std::size_t>(height) +
                static_cast<std::size_t>(y)] = static_cast<std::uint16_t>((sum * inverse) >> 40);
        }
    }
}

}  // namespace

int haloReach(double radius) {
    if (radius <= 0) return 0;
    return 3 * (boxFor(radius).whole + 1);
}

std::vector<std::uint8_t> haloOf(const std::vector<std::uint8_t>& letters, int width, int height,
                                 double radius) {
    if (radius <= 0) return letters;
    const Box box = boxFor(radius);
    Plane plane(letters.size());
    Plane other(letters.size());
    std::ranges::transform(letters, plane.begin(),
                           [](std::uint8_t v) { return static_cast<std::uint16_t>(v * kOne); });
    for (int pass = 0; pass < 3; ++pass) {
        blurTransposed(plane, other, width, height, box);
        blurTransposed(other, plane, height, width, box);
    }
    std::vector<std::uint8_t> halo(letters.size());
    std::ranges::transform(letters, plane, halo.begin(), [](std::uint8_t letter, std::uint16_t v) {
        const auto soft = static_cast<std::uint8_t>(std::min(255U, v * kStrength / kOne));
        return std::max(letter, soft);
    });
    return halo;
}

}  // namespace ebbflow::text
