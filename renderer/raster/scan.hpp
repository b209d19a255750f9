#pragma once
// Arithmetic on triangles in the picture: which rows they touch, and how a number grows over them.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include <glm/vec2.hpp>

namespace ebbflow::raster {

/// The whole number from which middles of pixels lie at x or beyond, held to 0…most.
[[nodiscard]] inline int pixelFrom(float x, int most) {
    const float at = std::ceil(x - 0.5F);
    if (!(at > 0)) return 0;
    return at < static_cast<float>(most) ? static_cast<int>(at) : most;
}

/// Real pixels from the picture's bottom left; finite.
using Corners = std::array<glm::vec2, 3>;

/// On 256ths of a pixel, as GL has what it draws: whether a pixel lies on an edge is then no matter
/// of chance. What is far beyond any picture is held there.
[[nodiscard]] inline float snapped(float at) {
    constexpr float kFar = 4'000'000;
    const float fine = std::clamp(at, -kFar, kFar) * 256;
    return static_cast<float>(static_cast<std::int64_t>(fine + (fine < 0 ? -0.5F : 0.5F))) / 256;
}
[[nodiscard]] inline glm::vec2 snapped(glm::vec2 at) {
    return {snapped(at.x), snapped(at.y)};
}

/// Between what rows a triangle lies.
[[nodiscard]] inline float lowestOf(const Corners& c) {
    return std::min({c[0].y, c[1].y, c[2].y});
}
[[nodiscard]] inline float highestOf(const Corners& c) {
    return std::max({c[0].y, c[1].y, c[2].y});
}

/// A number over the picture: at its origin, and how it grows with x and y.
struct Gradient {
    float origin = 0, alongX = 0, alongY = 0;
};

/// Of a number that is known at three corners; its origin is the first. `perArea`: 1 over
/// twiceArea() of them.
[[nodiscard]] inline Gradient gradientOf(const Corners& corners, const std::array<float, 3>& values,
                                         float perArea) {
    const glm::vec2 ab = corners[1] - corners[0], ac = corners[2] - corners[0];
    const float toB = values[1] - values[0], toC = values[2] - values[0];
    return {values[0], (toB * ac.y - toC * ab.y) * perArea, (toC * ab.x - toB * ac.x) * perArea};
}

/// Negative clockwise. In double precision, in which the products of 256ths of pixels are exact: of
/// a sliver, too, it is known which way it turns.
[[nodiscard]] inline double twiceArea(const Corners& corners) {
    const glm::dvec2 ab = glm::dvec2(corners[1]) - glm::dvec2(corners[0]);
    const glm::dvec2 ac = glm::dvec2(corners[2]) - glm::dvec2(corners[0]);
    return ab.x * ac.y - ab.y * ac.x;
}

}  // namespace ebbflow::raster
