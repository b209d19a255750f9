#include "flow/paths.hpp"

#include "flow/ground_way.hpp"
#include "flow/shown_way.hpp"

namespace ebbflow::flow {

namespace {

constexpr double kArcRise = 0.12;             ///< height of a great circle over its length
constexpr double kRouteRise = kArcRise / 10;  ///< of a route: a train keeps near the ground

/// A parabola: 0 at both ends of the whole way, 1 in the middle.
double heightProfile(double fraction) {
    return 4.0 * fraction * (1.0 - fraction);
}

Path pathOf(const geo::Projection& projection, const GroundWay& ground, bool alongRoute) {
    Path path;
    path.alongRoute = alongRoute;
    path.groundKm = ground.lengthKm();
    const double rise = (path.alongRoute ? kRouteRise : kArcRise) * ground.lengthKm();
    const ShownWay way(projection, ground);
    for (const Span& span : way.spans()) {
        PathPart part{span.begin, span.end, {}};
        part.samples.reserve(kPathSamples);
        for (int i = 0; i < kPathSamples; ++i) {
            const double step = static_cast<double>(i) / (kPathSamples - 1);
            const double fraction = span.begin + (span.end - span.begin) * step;
            const auto point = way.at(fraction);
            if (!point) break;
            part.samples.emplace_back(point->x, point->y, rise * heightProfile(fraction));
        }
        if (part.samples.size() == kPathSamples) path.parts.push_back(std::move(part));
    }
    return path;
}

}  // namespace

Path makePath(const geo::Projection& projection, core::LonLat from, core::LonLat to,
              const geo::Route* route) {
    const GroundWay ground =
        route != nullptr ? wayAlong(from, to, route->points) : GroundWay({from, to});
    return pathOf(projection, ground, ground.pointCount() > 2);
}

Path makePath(const geo::Projection& projection, const OwnWay& way) {
    return pathOf(projection, GroundWay(way.points), true);
}

}  // namespace ebbflow::flow
