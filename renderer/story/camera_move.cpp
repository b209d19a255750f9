#include "story/camera_move.hpp"

#include <cmath>

#include "picture/easing.hpp"

namespace ebbflow::story {

namespace {

// The trade of zooming against panning that van Wijk & Nuij found people to like best.
constexpr double kRho = 1.42;

struct PanZoom {
    double along;  ///< 0…1 of the straight way between the centres
    double width;
};

// Equations 8 and 9 of the paper.
PanZoom panZoom(double w0, double w1, double distance, double progress) {
    if (distance < 1e-6 * std::max(w0, w1)) return {progress, w0 * std::pow(w1 / w0, progress)};
    const double rho2 = kRho * kRho, rho4 = rho2 * rho2, d2 = distance * distance;
    const auto r = [&](double w, double sign) {
        const double b = (w1 * w1 - w0 * w0 + sign * rho4 * d2) / (2 * w * rho2 * distance);
        return std::log(-b + std::sqrt(b * b + 1));
    };
    const double r0 = r(w0, 1), r1 = r(w1, -1);
    const double s = progress * (r1 - r0) / kRho;
    const double along = w0 / rho2 * (std::cosh(r0) * std::tanh(kRho * s + r0) - std::sinh(r0));
    return {along / distance, w0 * std::cosh(r0) / std::cosh(kRho * s + r0)};
}

double turn(double from, double to, double x) {
    return from + std::remainder(to - from, 360.0) * x;
}

}  // namespace

picture::CameraView between(const picture::CameraView& from, const picture::CameraView& to,
                            double progress) {
    if (progress <= 0) return from;
    if (progress >= 1) return to;
    const double dx = to.center.x - from.center.x, dy = to.center.y - from.center.y;
    const PanZoom way = panZoom(from.widthKm, to.widthKm, std::hypot(dx, dy), progress);
    return {{from.center.x + dx * way.along, from.center.y + dy * way.along},
            way.width,
            picture::mix(from.tilt, to.tilt, progress),
            turn(from.bearing, to.bearing, progress)};
}

}  // namespace ebbflow::story
