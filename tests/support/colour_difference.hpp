#pragma once
// How far apart two colours look: CIEDE2000 between CIELAB colours (D65), and what a deuteranope or
// a protanope sees of a colour. It knows nothing of the palette.

#include <algorithm>
#include <cmath>
#include <numbers>

#include <glm/mat3x3.hpp>
#include <glm/vec3.hpp>

namespace ebbflow::test {

struct Lab {
    double l = 0, a = 0, b = 0;
};

/// From linear sRGB, 0…1. IEC 61966-2-1 primaries, white point D65 (2°).
[[nodiscard]] inline Lab labOf(const glm::dvec3& rgb) {
    const double x = 0.4124564 * rgb.r + 0.3575761 * rgb.g + 0.1804375 * rgb.b;
    const double y = 0.2126729 * rgb.r + 0.7151522 * rgb.g + 0.0721750 * rgb.b;
    const double z = 0.0193339 * rgb.r + 0.1191920 * rgb.g + 0.9503041 * rgb.b;
    const auto f = [](double t) {
        return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    };
    const double fx = f(x / 0.95047), fy = f(y), fz = f(z / 1.08883);
    return {116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)};
}

namespace detail {

inline double cosOf(double degrees) {
    return std::cos(degrees * std::numbers::pi / 180);
}

inline double hueOf(double a, double b) {
    if (a == 0 && b == 0) return 0;
    const double degrees = std::atan2(b, a) * 180 / std::numbers::pi;
    return degrees < 0 ? degrees + 360 : degrees;
}

inline double hueStep(double from, double to) {
    const double step = to - from;
    return step > 180 ? step - 360 : step < -180 ? step + 360 : step;
}

inline double meanHue(double one, double other) {
    const double sum = one + other;
    if (std::abs(one - other) <= 180) return sum / 2;
    return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
}

inline double saturation(double chroma) {
    const double c7 = std::pow(chroma, 7);
    return std::sqrt(c7 / (c7 + std::pow(25.0, 7)));
}

}  // namespace detail

/// G. Sharma, W. Wu, E. N. Dalal, The CIEDE2000 color-difference formula (2005), equations 2 to 22;
/// kL = kC = kH = 1.
[[nodiscard]] inline double colourDifference(Lab p, Lab q) {
    using namespace detail;
    const double g = 0.5 * (1 - saturation((std::hypot(p.a, p.b) + std::hypot(q.a, q.b)) / 2));
    p.a *= 1 + g;
    q.a *= 1 + g;
    const double c1 = std::hypot(p.a, p.b), c2 = std::hypot(q.a, q.b);
    const double h1 = hueOf(p.a, p.b), h2 = hueOf(q.a, q.b);
    const bool grey = c1 * c2 == 0;
    const double dH =
        grey ? 0 : 2 * std::sqrt(c1 * c2) * std::sin(hueStep(h1, h2) / 2 * std::numbers::pi / 180);
    const double l = (p.l + q.l) / 2, c = (c1 + c2) / 2;
    const double h = grey ? h1 + h2 : meanHue(h1, h2);
    const double t = 1 - 0.17 * cosOf(h - 30) + 0.24 * cosOf(2 * h) + 0.32 * cosOf(3 * h + 6) -
                     0.20 * cosOf(4 * h - 63);
    const double turn = 30 * std::exp(-std::pow((h - 275) / 25, 2));
    const double lift = (l - 50) * (l - 50);
    const double light = (q.l - p.l) / (1 + 0.015 * lift / std::sqrt(20 + lift));
    const double chroma = (c2 - c1) / (1 + 0.045 * c);
    const double hue = dH / (1 + 0.015 * c * t);
    const double rotation = -std::sin(2 * turn * std::numbers::pi / 180) * 2 * saturation(c);
    return std::sqrt(light * light + chroma * chroma + hue * hue + rotation * chroma * hue);
}

/// G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, A Physiologically-based Model for Simulation
/// of Color Vision Deficiency (2009), severity 1.0, on linear sRGB. Row by row.
enum class Sight { normal, deuteranope, protanope };

[[nodiscard]] inline glm::dvec3 seenBy(Sight sight, const glm::dvec3& rgb) {
    const glm::dmat3 protan{{0.152286, 1.052583, -0.204868},
                            {0.114503, 0.786281, 0.099216},
                            {-0.003882, -0.048116, 1.051998}};
    const glm::dmat3 deutan{{0.367322, 0.860646, -0.227968},
                            {0.280085, 0.672501, 0.047413},
                            {-0.011820, 0.042940, 0.968881}};
    if (sight == Sight::normal) return rgb;
    // A vector from the left multiplies the rows as written, which glm keeps as columns.
    const glm::dvec3 seen = rgb * (sight == Sight::protanope ? protan : deutan);
    return glm::clamp(seen, 0.0, 1.0);
}

}  // namespace ebbflow::test
