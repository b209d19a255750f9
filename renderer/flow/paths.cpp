#include "flow/paths.hpp"

#include <cmath>
#include <optional>

#include "flow/ground_way.hpp"
#include "geo/projection.hpp"

namespace ebbflow::flow {

namespace {

constexpr double kArcRise = 0.12;             ///< height of a great circle over its length
constexpr double kRouteRise = kArcRise / 10;  ///< of a route: a train keeps near the ground
constexpr int kProbes = 8 * (kPathSamples - 1);
constexpr int kHalvings = 40;
/// Map over ground from which a way counts as torn. A cut meridian makes it thousands, and the
/// swing round the rim near an azimuthal map's antipode is no better to look at; Mercator at 87
/// degrees is still below.
constexpr double kMostStretch = 20.0;
constexpr double kGrainKm = 0.001;  ///< of rounding, on ways of no length

/// A parabola: 0 at both ends of the whole way, 1 in the middle.
double heightProfile(double fraction) {
    return 4.0 * fraction * (1.0 - fraction);
}

double distance(core::MapPoint a, core::MapPoint b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// The way as the map shows it, by the fraction of its length over the ground.
class ProjectedWay {
public:
    ProjectedWay(const geo::Projection& projection, const GroundWay& way)
        : projection_(projection), way_(way) {}

    [[nodiscard]] std::optional<core::MapPoint> at(double fraction) const {
        return projection_.forward(way_.at(fraction));
    }

    /// Whether a light can go on from a to b: both are on the map, and the way between is not torn.
    [[nodiscard]] bool continuous(double a, double b) const {
        const auto pa = at(a);
        const auto pb = at(b);
        return pa && pb &&
               distance(*pa, *pb) <= kMostStretch * (b - a) * way_.lengthKm() + kGrainKm;
    }

    /// The last fraction before the cut that lies between `shown` and `beyond`; either may be the
    /// larger.
    [[nodiscard]] double lastShown(double shown, double beyond) const {
        for (int i = 0; i < kHalvings; ++i) {
            const double middle = 0.5 * (shown + beyond);
            const bool good =
                shown < beyond ? continuous(shown, middle) : continuous(middle, shown);
            (good ? shown : beyond) = middle;
        }
        return shown;
    }

private:
    const geo::Projection& projection_;
    const GroundWay& way_;
};

struct Span {
    double begin = 0, end = 0;
};

/// The first stretch of the way that is on the map in one piece; nothing when there is none.
std::optional<Span> firstShown(const ProjectedWay& way) {
    const auto probe = [](int i) { return static_cast<double>(i) / kProbes; };
    int first = 0;
    while (first <= kProbes && !way.at(probe(first))) ++first;
    if (first > kProbes) return std::nullopt;
    Span span{probe(first), probe(first)};
    if (first > 0) span.begin = way.lastShown(probe(first), probe(first - 1));
    for (int i = first; i < kProbes; ++i) {
        if (!way.continuous(probe(i), probe(i + 1))) {
            span.end = way.lastShown(probe(i), probe(i + 1));
            return span;
        }
        span.end = probe(i + 1);
    }
    return span;
}

}  // namespace

Path makePath(const geo::Projection& projection, core::LonLat from, core::LonLat to,
              const geo::Route* route) {
    const GroundWay ground =
        route != nullptr ? wayAlong(from, to, route->points) : GroundWay({from, to});
    Path path;
    path.alongRoute = ground.pointCount() > 2;
    const ProjectedWay way(projection, ground);
    const auto shown = firstShown(way);
    if (!shown) return path;
    path.groundKm = (shown->end - shown->begin) * ground.lengthKm();
    const double rise = (path.alongRoute ? kRouteRise : kArcRise) * ground.lengthKm();
    for (int i = 0; i < kPathSamples; ++i) {
        const double step = static_cast<double>(i) / (kPathSamples - 1);
        const double fraction = shown->begin + (shown->end - shown->begin) * step;
        const auto point = way.at(fraction);
        if (!point) return Path{};
        path.samples.emplace_back(point->x, point->y, rise * heightProfile(fraction));
    }
    return path;
}

}  // namespace ebbflow::flow
