#include "story/camera_way.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

#include "picture/easing.hpp"

namespace ebbflow::story {

namespace {

constexpr int kPerSpan = 32;          // measured points between two stops
constexpr double kRampSeconds = 1.6;  // to full speed, and from it to rest
constexpr double kSameView = 1e-4;    // of a screen: stops nearer than this are one

/// Place, log width, tilt, bearing: what is blended evenly.
using Coordinates = std::array<double, 5>;

Coordinates coordinatesOf(const picture::CameraView& view) {
    return {view.center.x, view.center.y, std::log(view.widthKm), view.tilt, view.bearing};
}

picture::CameraView viewOf(const Coordinates& c) {
    return {{c[0], c[1]}, std::exp(c[2]), c[3], c[4]};
}

Coordinates blend(const Coordinates& a, const Coordinates& b, double x) {
    Coordinates result;
    for (std::size_t i = 0; i < result.size(); ++i) result[i] = picture::mix(a[i], b[i], x);
    return result;
}

/// From `a` with slope `ma` to `b` with slope `mb` over a length of `h`.
double hermite(double a, double ma, double b, double mb, double x, double h) {
    const double x2 = x * x, x3 = x2 * x;
    return (2 * x3 - 3 * x2 + 1) * a + (x3 - 2 * x2 + x) * h * ma + (3 * x2 - 2 * x3) * b +
           (x3 - x2) * h * mb;
}

/// The curve through the stops, by its knots.
class Curve {
public:
    explicit Curve(std::span<const picture::CameraView> stops) {
        std::vector<Coordinates> own;
        for (const picture::CameraView& stop : stops) {
            if (!own.empty() && reach(viewOf(own.back()), stop) < kSameView) continue;
            Coordinates next = coordinatesOf(stop);
            // The shorter way round.
            if (!own.empty())
                next[4] = own.back()[4] + std::remainder(next[4] - own.back()[4], 360.0);
            own.push_back(next);
        }
        if (own.size() < 2) return;
        // Beyond both ends it goes straight on.
        points_.push_back(blend(own[1], own[0], 2));
        for (const Coordinates& point : own) points_.push_back(point);
        points_.push_back(blend(own[own.size() - 2], own.back(), 2));
        knots_.push_back(0);
        for (std::size_t i = 1; i < points_.size(); ++i) {
            const double far = reach(viewOf(points_[i - 1]), viewOf(points_[i]));
            knots_.push_back(knots_.back() + std::sqrt(std::max(far, kSameView)));
        }
    }

    [[nodiscard]] bool isPoint() const { return points_.size() < 2; }
    [[nodiscard]] std::size_t spans() const { return points_.size() - 3; }

    /// The place by Barry and Goldman 1988; width, tilt and bearing never beyond the two stops'.
    /// Between two stops; `x` 0…1.
    [[nodiscard]] picture::CameraView at(std::size_t span, double x) const {
        const auto* p = &points_[span];
        const auto* k = &knots_[span];
        const double t = picture::mix(k[1], k[2], x);
        const auto part = [&](std::size_t a, std::size_t b) { return (t - k[a]) / (k[b] - k[a]); };
        const Coordinates a = blend(p[0], p[1], part(0, 1)), b = blend(p[1], p[2], part(1, 2)),
                          c = blend(p[2], p[3], part(2, 3));
        Coordinates now = blend(blend(a, b, part(0, 2)), blend(b, c, part(1, 3)), part(1, 2));
        for (std::size_t i = 2; i < now.size(); ++i)
            now[i] = hermite(p[1][i], slopeAt(span + 1, i), p[2][i], slopeAt(span + 2, i), x,
                             k[2] - k[1]);
        return viewOf(now);
    }

private:
    // Fritsch and Butland 1984, as in DateTrack: the harmonic mean keeps each coordinate between
    // its stops.
    [[nodiscard]] double slopeAt(std::size_t point, std::size_t coordinate) const {
        const auto secant = [&](std::size_t i) {
            return (points_[i + 1][coordinate] - points_[i][coordinate]) /
                   (knots_[i + 1] - knots_[i]);
        };
        const double before = secant(point - 1), after = secant(point);
        return before * after <= 0 ? 0 : 2 * before * after / (before + after);
    }

    std::vector<Coordinates> points_;  ///< none when all stops are one
    std::vector<double> knots_;
};

/// How far the curve has come at each measured point.
std::vector<double> measured(const Curve& curve) {
    std::vector<double> lengths{0};
    picture::CameraView last = curve.at(0, 0);
    for (std::size_t span = 0; span < curve.spans(); ++span) {
        for (int i = 1; i <= kPerSpan; ++i) {
            const picture::CameraView view = curve.at(span, static_cast<double>(i) / kPerSpan);
            lengths.push_back(lengths.back() + reach(last, view));
            last = view;
        }
    }
    return lengths;
}

/// Even speed but for gentle ends: the integral of a trapezoid with smooth flanks. 0…1 → 0…1.
double glide(double u, double ramp) {
    const auto rising = [&](double v) {
        const double x = v / ramp;
        return ramp * (x * x * x - x * x * x * x / 2);
    };
    const double whole = 1 - ramp;
    if (u < ramp) return rising(u) / whole;
    if (u > 1 - ramp) return 1 - rising(1 - u) / whole;
    return (u - ramp / 2) / whole;
}

double catmullRom(double before, double a, double b, double after, double t) {
    return a + 0.5 * t *
                   (b - before +
                    t * (2 * before - 5 * a + 4 * b - after + t * (3 * (a - b) + after - before)));
}

}  // namespace

double reach(const picture::CameraView& from, const picture::CameraView& to) {
    const double pan = std::hypot(from.center.x - to.center.x, from.center.y - to.center.y) /
                       std::min(from.widthKm, to.widthKm);
    const double zoom = std::abs(std::log2(from.widthKm / to.widthKm));
    const double turn = (std::abs(from.tilt - to.tilt) +
                         std::abs(std::remainder(from.bearing - to.bearing, 360.0))) /
                        60;
    return pan + zoom + turn;
}

double moveSecondsFor(double reach) {
    return std::clamp(1.5 + 1.6 * reach, 1.5, 4.0);
}

double waySecondsFor(std::span<const picture::CameraView> stops) {
    double far = 0;
    for (std::size_t i = 1; i < stops.size(); ++i) far += reach(stops[i - 1], stops[i]);
    return std::max(3.0, 1.5 + 2.2 * far);
}

std::vector<picture::CameraView> wayThrough(std::span<const picture::CameraView> stops,
                                            double seconds) {
    assert(stops.size() >= 2 && seconds > 0);
    const Curve curve(stops);
    if (curve.isPoint()) return {stops.back(), stops.back()};
    const std::vector<double> lengths = measured(curve);
    const auto count = static_cast<std::size_t>(std::ceil(seconds * kViewsPerSecond));
    const double ramp = std::min(0.5, kRampSeconds / seconds);
    std::vector<picture::CameraView> way;
    for (std::size_t i = 0; i < count; ++i) {
        const double want =
            lengths.back() * glide(static_cast<double>(i) / static_cast<double>(count), ramp);
        const auto next = std::ranges::upper_bound(lengths, want);
        const auto at = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(
            next - lengths.begin() - 1, 0, static_cast<std::ptrdiff_t>(lengths.size()) - 2));
        const double whole = lengths[at + 1] - lengths[at];
        const double part =
            static_cast<double>(at % kPerSpan) + (whole > 0 ? (want - lengths[at]) / whole : 0);
        way.push_back(curve.at(at / kPerSpan, part / kPerSpan));
    }
    way.push_back(stops.back());
    return way;
}

picture::CameraView viewOnWay(std::span<const picture::CameraView> way, double seconds,
                              double since) {
    const double at = picture::clamp01(since / seconds) * static_cast<double>(way.size() - 1);
    const std::size_t i = std::min(static_cast<std::size_t>(at), way.size() - 2);
    const double t = at - static_cast<double>(i);
    if (t <= 0) return way[i];
    if (t >= 1) return way[i + 1];
    const Coordinates a = coordinatesOf(way[i]), b = coordinatesOf(way[i + 1]);
    const Coordinates before = i > 0 ? coordinatesOf(way[i - 1]) : a;
    const Coordinates after = i + 2 < way.size() ? coordinatesOf(way[i + 2]) : b;
    Coordinates now;
    for (std::size_t c = 0; c < now.size(); ++c) {
        // Bearings of a way may differ by whole turns from its last stop's.
        const auto near = [&](double v) {
            return c == 4 ? a[4] + std::remainder(v - a[4], 360.0) : v;
        };
        now[c] = catmullRom(near(before[c]), a[c], near(b[c]), near(after[c]), t);
    }
    return viewOf(now);
}

}  // namespace ebbflow::story
