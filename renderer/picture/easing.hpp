#pragma once
// Easing curves and small blends, all on 0…1. No state, no time of their own.

#include <algorithm>

namespace ebbflow::picture {

[[nodiscard]] constexpr double clamp01(double x) {
    return std::clamp(x, 0.0, 1.0);
}

/// Quintic ease in and out: first and second derivatives vanish at both ends (Perlin 2002).
[[nodiscard]] constexpr double easeInOut(double x) {
    const double t = clamp01(x);
    return t * t * t * (t * (t * 6 - 15) + 10);
}

/// Cubic ease in and out, quicker off the mark than the quintic.
[[nodiscard]] constexpr double smooth(double x) {
    const double t = clamp01(x);
    return t * t * (3 - 2 * t);
}

[[nodiscard]] constexpr double mix(double a, double b, double x) {
    return a + (b - a) * x;
}

/// How far on its way a light is after that share of its time: shaders/path.glsl's easing.
[[nodiscard]] constexpr double travelled(double share) {
    return mix(clamp01(share), smooth(share), 0.5);
}

/// 0 before `start`, 1 while on, 0 after `end`, easing over `fade` inside both ends. Times in
/// seconds.
[[nodiscard]] constexpr double fadeInOut(double t, double start, double end, double fade) {
    return std::min(smooth((t - start) / fade), smooth((end - t) / fade));
}

}  // namespace ebbflow::picture
