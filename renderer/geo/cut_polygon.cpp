#include "geo/cut_polygon.hpp"

#include <algorithm>
#include <cmath>

#include "geo/cap_plane.hpp"

namespace ebbflow::geo {

namespace {

/// Longest edge that is taken to be straight on the cap's plane, degrees.
constexpr double kCapStep = 1.0;

Polygon shifted(const Polygon& polygon, double turns) {
    Polygon result = polygon;
    if (turns == 0.0) return result;
    for (Ring& ring : result.rings) {
        for (glm::dvec2& p : ring) p.x += 360.0 * turns;
    }
    return result;
}

Polygon rectangle(double west, double south, double east, double north) {
    return {{{{west, south}, {east, south}, {east, north}, {west, north}}}};
}

/// A disc on the cap's plane, fine enough to be round on the map.
Polygon disc(double radius) {
    constexpr int kSides = 1440;
    Ring ring;
    for (int i = 0; i < kSides; ++i) {
        const double angle = 360.0 * kDegree * i / kSides;
        ring.emplace_back(radius * std::cos(angle), radius * std::sin(angle));
    }
    return {{ring}};
}

/// Even-odd crossings of a ray to the east.
bool contains(const Polygon& polygon, glm::dvec2 p) {
    bool inside = false;
    for (const Ring& ring : polygon.rings) {
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const glm::dvec2 a = ring[i], b = ring[j];
            if ((a.y > p.y) == (b.y > p.y)) continue;
            if (p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x)) inside = !inside;
        }
    }
    return inside;
}

core::LonLat antipode(core::LonLat p) {
    return {p.lon + 180.0, -p.lat};
}

/// On any turn. A pole is never inside: every shape that holds one has it on its edge.
bool containsOnAnyTurn(const Polygon& polygon, core::LonLat p) {
    if (std::abs(p.lat) >= 90.0) return false;
    const PlaneBox box = boxOf(polygon.rings.front());
    if (p.lat < box.low.y || p.lat > box.high.y) return false;
    const double first = std::ceil((box.low.x - p.lon) / 360.0);
    for (double turn = first; p.lon + 360.0 * turn <= box.high.x; turn += 1.0) {
        if (contains(polygon, {p.lon + 360.0 * turn, p.lat})) return true;
    }
    return false;
}

/// Rings with points added, so that their edges are straight on the cap's plane. The nearer the
/// antipode, the finer: there the plane turns quickly.
class CapDensifier {
public:
    explicit CapDensifier(core::LonLat centre) : antipode_(unitVector(antipode(centre))) {}

    [[nodiscard]] double fromAntipode(glm::dvec2 degrees) const {
        return angleBetween(unitVector({degrees.x, degrees.y}), antipode_) / kDegree;
    }

    [[nodiscard]] Ring densified(const Ring& ring) const {
        Ring fine;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            fine.push_back(ring[i]);
            halve(ring[i], ring[(i + 1) % ring.size()], fine);
        }
        return fine;
    }

private:
    void halve(glm::dvec2 a, glm::dvec2 b, Ring& out) const {
        const double length = std::max(std::abs(a.x - b.x), std::abs(a.y - b.y));
        if (length <= kFinest) return;
        const glm::dvec2 middle = (a + b) / 2.0;
        if (length <= kCapStep && length <= kTurn * fromAntipode(middle)) return;
        halve(a, middle, out);
        out.push_back(middle);
        halve(middle, b, out);
    }

    static constexpr double kFinest = 0.05;
    /// Radians that an edge may turn round the antipode: a chord of 180 degrees' radius is then
    /// 0.05 degrees off.
    static constexpr double kTurn = 0.047;
    glm::dvec3 antipode_;
};

/// A centre for the working plane whose antipode keeps clear of every edge: the cap's own, or one a
/// little beside it.
core::LonLat clearCentre(const Polygon& degrees, core::LonLat centre) {
    constexpr double kClearance = 0.1;
    if (std::abs(centre.lat) >= 90) return centre;
    for (const double aside : {0.0, 0.25, -0.25, 0.5, -0.5}) {
        const core::LonLat moved{centre.lon, centre.lat + aside};
        const CapDensifier fine(moved);
        const bool clear = std::ranges::all_of(degrees.rings, [&](const Ring& ring) {
            return std::ranges::all_of(fine.densified(ring), [&](glm::dvec2 p) {
                return fine.fromAntipode(p) > kClearance;
            });
        });
        if (clear && std::abs(moved.lat) < 90) return moved;
    }
    return centre;
}

Polygon toCapPlane(const Polygon& degrees, core::LonLat centre) {
    const CapPlane plane(centre);
    const CapDensifier fine(centre);
    Polygon result;
    for (const Ring& ring : degrees.rings) {
        result.rings.push_back(fine.densified(ring));
        for (glm::dvec2& p : result.rings.back()) p = plane.fromLonLat({p.x, p.y});
    }
    return result;
}

Polygon fromCapPlane(const Polygon& flat, const CapPlane& plane) {
    Polygon result = flat;
    for (Ring& ring : result.rings) {
        for (glm::dvec2& p : ring) {
            const core::LonLat position = plane.toLonLat(p);
            p = {position.lon, position.lat};
        }
    }
    return result;
}

bool within(const PlaneBox& box, const Domain& window) {
    return box.low.x >= window.west() && box.high.x <= window.east() && box.low.y >= window.south &&
           box.high.y <= window.north;
}

}  // namespace

std::vector<Polygon> PolygonCutter::cut(const Polygon& degrees) {
    if (degrees.rings.empty() || degrees.rings.front().size() < 3) return {};
    return domain_.shape == Domain::Shape::window ? cutToWindow(degrees) : cutToCap(degrees);
}

std::vector<Polygon> PolygonCutter::cutToWindow(const Polygon& degrees) {
    PlaneBox box = boxOf(degrees.rings.front());
    const double first = std::ceil((domain_.west() - box.high.x) / 360.0);
    std::vector<Polygon> pieces;
    for (double turn = first; box.low.x + 360.0 * turn < domain_.east(); turn += 1.0) {
        PlaneBox moved = box;
        moved.low.x += 360.0 * turn;
        moved.high.x += 360.0 * turn;
        const Polygon copy = shifted(degrees, turn);
        if (within(moved, domain_)) return {densifier_.carry(copy)};
        const Polygon frame =
            rectangle(domain_.west(), domain_.south, domain_.east(), domain_.north);
        for (Polygon& p : geos_.intersection(geos_.repaired(copy), frame)) {
            pieces.push_back(std::move(p));
        }
    }
    // Copies meet where the source was cut at the antimeridian: no seam may stay inside the map.
    if (pieces.size() > 1) pieces = geos_.united(pieces);
    for (Polygon& p : pieces) p = densifier_.carry(p);
    std::erase_if(pieces, [](const Polygon& p) { return p.rings.empty(); });
    return pieces;
}

bool PolygonCutter::insideCap(const Polygon& degrees) const {
    const glm::dvec3 centre = unitVector(domain_.centre);
    const double limit = std::cos((domain_.radius - kCapStep) * kDegree);
    const PlaneBox box = boxOf(degrees.rings.front());
    if (box.low.y < -89.999 || box.high.y > 89.999 || box.size().x >= 359.0) return false;
    // A box wholly within reach spares looking at each vertex: it spans no more degrees of arc than
    // of longitude and latitude.
    const glm::dvec2 middle = (box.low + box.high) / 2.0;
    const double reach = angleBetween(unitVector({middle.x, middle.y}), centre) / kDegree;
    if (reach + glm::length(box.size()) / 2 < domain_.radius - kCapStep) return true;
    for (const glm::dvec2 p : degrees.rings.front()) {
        if (glm::dot(unitVector({p.x, p.y}), centre) < limit) return false;
    }
    return !containsOnAnyTurn(degrees, antipode(domain_.centre));
}

std::vector<Polygon> PolygonCutter::cutToCap(const Polygon& degrees) {
    if (insideCap(degrees)) {
        Polygon whole = densifier_.carry(degrees);
        if (whole.rings.empty()) return {};
        return {std::move(whole)};
    }
    const core::LonLat centre = clearCentre(degrees, domain_.centre);
    const double aside = std::abs(centre.lat - domain_.centre.lat);
    const Polygon cap = disc(domain_.radius - aside);
    const std::vector<Polygon> flat = geos_.repaired(toCapPlane(degrees, centre));
    // On this plane a shape that holds the antipode is turned inside out.
    const bool inverted = containsOnAnyTurn(degrees, antipode(centre));
    std::vector<Polygon> pieces =
        inverted ? geos_.difference(cap, flat) : geos_.intersection(flat, cap);
    for (Polygon& p : pieces) {
        p = densifier_.carry(fromCapPlane(p, CapPlane(centre)),
                             Densifier::LongEdge::theOtherWayRound);
    }
    std::erase_if(pieces, [](const Polygon& p) { return p.rings.empty(); });
    return pieces;
}

}  // namespace ebbflow::geo
