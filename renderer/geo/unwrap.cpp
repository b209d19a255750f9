#include "geo/unwrap.hpp"

#include <cmath>

namespace ebbflow::geo {

namespace {

constexpr double kFullTurn = 360.0;

/// Whole turns to add to `to` so that the way from `from` is the short one.
double turnsBetween(double from, double to) {
    const double step = to - from;
    if (std::abs(step) <= 180.0 || std::abs(step) >= kFullTurn - 1e-9) return 0.0;
    return -std::round(step / kFullTurn);
}

/// Adds whole turns vertex by vertex, one multiplication each, so that equal inputs stay bit-equal.
/// Returns the turns between the last point and the first.
double unwrapPoints(std::vector<glm::dvec2>& points) {
    double turns = 0;
    double previous = points.empty() ? 0 : points.front().x;
    const double first = previous;
    for (glm::dvec2& p : points) {
        const double original = p.x;
        turns += turnsBetween(previous, original);
        p.x = original + turns * kFullTurn;
        previous = original;
    }
    return turns + turnsBetween(previous, first);
}

// Sources that stop short of a pole close their rings along a parallel there; no coast is so near.
constexpr double kPolar = 89.85;

void snapToPole(Ring& ring) {
    for (glm::dvec2& p : ring) {
        if (std::abs(p.y) >= kPolar) p.y = std::copysign(90.0, p.y);
    }
}

bool onPole(glm::dvec2 p) {
    return std::abs(p.y) >= 90.0;
}

bool onAntimeridian(glm::dvec2 p) {
    return std::abs(std::remainder(p.x - 180.0, kFullTurn)) < 1e-9;
}

bool onlyCloses(glm::dvec2 a, glm::dvec2 b) {
    if (onPole(a) && onPole(b)) return true;
    return onAntimeridian(a) && onAntimeridian(b) && std::abs(a.x - b.x) < 1.0;
}

void appendOutlines(const Ring& ring, std::vector<Polyline>& into) {
    const std::size_t n = ring.size();
    std::size_t start = n;
    for (std::size_t i = 0; i < n && start == n; ++i) {
        if (onlyCloses(ring[i], ring[(i + 1) % n])) start = (i + 1) % n;
    }
    if (start == n) {
        into.push_back({ring, true});
        return;
    }
    Polyline line;
    for (std::size_t k = 0; k < n; ++k) {
        const glm::dvec2 a = ring[(start + k) % n];
        line.points.push_back(a);
        if (onlyCloses(a, ring[(start + k + 1) % n])) {
            if (line.points.size() > 1) into.push_back(line);
            line.points.clear();
        }
    }
}

}  // namespace

void unwrapRing(Ring& ring) {
    if (ring.empty()) return;
    snapToPole(ring);
    const double turns = unwrapPoints(ring);
    if (turns == 0.0) return;
    const glm::dvec2 first = ring.front();
    double latitudes = 0;
    for (const glm::dvec2 p : ring) latitudes += p.y;
    const double pole = latitudes > 0 ? 90.0 : -90.0;
    const double end = first.x + turns * kFullTurn;
    ring.emplace_back(end, first.y);
    ring.emplace_back(end, pole);
    ring.emplace_back(first.x, pole);
}

void unwrapPolygon(Polygon& polygon) {
    for (Ring& ring : polygon.rings) unwrapRing(ring);
    if (polygon.rings.size() < 2) return;
    const PlaneBox outline = boxOf(polygon.rings.front());
    const double middle = (outline.low.x + outline.high.x) / 2;
    for (std::size_t i = 1; i < polygon.rings.size(); ++i) {
        const PlaneBox hole = boxOf(polygon.rings[i]);
        if (hole.low.x >= outline.low.x && hole.high.x <= outline.high.x) continue;
        const double turns = std::round((middle - (hole.low.x + hole.high.x) / 2) / kFullTurn);
        for (glm::dvec2& p : polygon.rings[i]) p.x += turns * kFullTurn;
    }
}

void unwrapLine(Polyline& line) {
    unwrapPoints(line.points);
}

std::vector<Polyline> outlines(const Polygon& polygon) {
    std::vector<Polyline> lines;
    for (const Ring& ring : polygon.rings) {
        if (ring.size() >= 2) appendOutlines(ring, lines);
    }
    return lines;
}

}  // namespace ebbflow::geo
