#include "flow/ground_way.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <tuple>

#include "geo/great_circle.hpp"
#include "geo/sphere.hpp"

namespace ebbflow::flow {

namespace {

/// Nearer than this, two points are one; a way needs no stop at both.
constexpr double kSamePointKm = 0.05;

/// A point of a route: on the leg from its point `leg` to the next, at `fraction` of it.
struct RoutePoint {
    std::size_t leg = 0;
    double fraction = 0;
    core::LonLat position;
};

/// How far along the leg from a to b (0…1) lies the point nearest to p: the foot of the
/// perpendicular on the leg's great circle, or an end.
double nearestFraction(core::LonLat p, core::LonLat a, core::LonLat b) {
    const glm::dvec3 u = geo::unitVector(a);
    const glm::dvec3 w = geo::unitVector(b);
    const glm::dvec3 normal = glm::cross(u, w);
    if (glm::length(normal) < 1e-12) return 0;
    const glm::dvec3 ahead = glm::normalize(glm::cross(normal, u));
    const glm::dvec3 v = geo::unitVector(p);
    const double angle = std::atan2(glm::dot(v, ahead), glm::dot(v, u));
    return std::clamp(angle / geo::angleBetween(u, w), 0.0, 1.0);
}

RoutePoint nearestPoint(core::LonLat p, std::span<const core::LonLat> route) {
    RoutePoint best;
    double bestKm = INFINITY;
    for (std::size_t i = 0; i + 1 < route.size(); ++i) {
        const double fraction = nearestFraction(p, route[i], route[i + 1]);
        // At the ends the clamp may have taken the wrong one on the far side of the globe.
        for (const double f : {fraction, 0.0, 1.0}) {
            const core::LonLat q = geo::greatCirclePoint(route[i], route[i + 1], f);
            const double km = geo::greatCircleKm(p, q);
            if (km >= bestKm) continue;
            bestKm = km;
            best = {i, f, q};
        }
    }
    return best;
}

void append(std::vector<core::LonLat>& points, core::LonLat next) {
    if (geo::greatCircleKm(points.back(), next) > kSamePointKm) points.push_back(next);
}

/// The route's own points from `a` to `b`, where a comes first.
std::vector<core::LonLat> between(const RoutePoint& a, const RoutePoint& b,
                                  std::span<const core::LonLat> route) {
    std::vector<core::LonLat> part{a.position};
    for (std::size_t i = a.leg + 1; i <= b.leg; ++i) append(part, route[i]);
    append(part, b.position);
    return part;
}

}  // namespace

GroundWay::GroundWay(std::vector<core::LonLat> points) : points_(std::move(points)) {
    assert(!points_.empty());
    reachedKm_.reserve(points_.size());
    reachedKm_.push_back(0);
    for (std::size_t i = 1; i < points_.size(); ++i) {
        reachedKm_.push_back(reachedKm_.back() + geo::greatCircleKm(points_[i - 1], points_[i]));
        legs_.emplace_back(points_[i - 1], points_[i]);
    }
}

core::LonLat GroundWay::at(double fraction) const {
    const double km = std::clamp(fraction, 0.0, 1.0) * lengthKm();
    const auto next = std::upper_bound(reachedKm_.begin(), reachedKm_.end(), km);
    if (next == reachedKm_.end()) return points_.back();
    const auto i = static_cast<std::size_t>(next - reachedKm_.begin());
    const double leg = reachedKm_[i] - reachedKm_[i - 1];
    return legs_[i - 1].at((km - reachedKm_[i - 1]) / leg);
}

GroundWay wayAlong(core::LonLat from, core::LonLat to, std::span<const core::LonLat> route) {
    if (route.size() < 2) return GroundWay({from, to});
    const RoutePoint a = nearestPoint(from, route);
    const RoutePoint b = nearestPoint(to, route);
    const bool forward = std::tie(a.leg, a.fraction) <= std::tie(b.leg, b.fraction);
    std::vector<core::LonLat> part = forward ? between(a, b, route) : between(b, a, route);
    if (part.size() < 2) return GroundWay({from, to});
    if (!forward) std::ranges::reverse(part);
    std::vector<core::LonLat> points{from};
    for (const core::LonLat& point : part) append(points, point);
    append(points, to);
    return GroundWay(std::move(points));
}

}  // namespace ebbflow::flow
