#include "geo/densify.hpp"

#include <glm/geometric.hpp>

#include "geo/sphere.hpp"

namespace ebbflow::geo {

namespace {

/// Edges this short (55 km) bend by less than 60 m where the map does not stretch them.
constexpr double kShortDegrees = 0.5;
constexpr double kShortKm = 100;
constexpr int kDeepest = 12;

bool isShort(glm::dvec2 a, glm::dvec2 b, double limit) {
    return std::abs(a.x - b.x) <= limit && std::abs(a.y - b.y) <= limit;
}

double distanceToChord(glm::dvec2 p, glm::dvec2 a, glm::dvec2 b) {
    const glm::dvec2 along = b - a;
    const double length = glm::length(along);
    if (length == 0.0) return glm::length(p - a);
    return std::abs(along.x * (p.y - a.y) - along.y * (p.x - a.x)) / length;
}

}  // namespace

std::vector<glm::dvec2> Densifier::carry(const std::vector<glm::dvec2>& degrees, bool closed,
                                         LongEdge meant) const {
    std::vector<glm::dvec2> out;
    out.reserve(degrees.size() + degrees.size() / 8);
    const std::size_t count = degrees.size() + (closed ? 1 : 0);
    std::optional<Spot> previous;
    for (std::size_t i = 0; i < count; ++i) {
        const glm::dvec2 p = degrees[i % degrees.size()];
        const auto km = projection_.forward({p.x, p.y});
        if (!km) continue;
        Spot spot{p, {km->x, km->y}};
        if (previous && meant == LongEdge::theOtherWayRound) {
            spot.degrees.x = nearLongitude(p.x, previous->degrees.x);
        }
        if (previous) between(*previous, spot, 0, out);
        const bool again = i == degrees.size();
        if (!again && (out.empty() || out.back() != spot.km)) out.push_back(spot.km);
        previous = spot;
    }
    return out;
}

void Densifier::between(const Spot& a, const Spot& b, int depth,
                        std::vector<glm::dvec2>& out) const {
    if (depth >= kDeepest) return;
    if (isShort(a.degrees, b.degrees, kShortDegrees) && isShort(a.km, b.km, kShortKm)) return;
    const glm::dvec2 middle = (a.degrees + b.degrees) / 2.0;
    const auto km = projection_.forward({middle.x, middle.y});
    if (!km) return;
    const Spot spot{middle, {km->x, km->y}};
    const bool straight = distanceToChord(spot.km, a.km, b.km) <= limits_.toleranceKm;
    if (straight && glm::length(a.km - b.km) <= limits_.longestKm) return;
    between(a, spot, depth + 1, out);
    if (out.empty() || out.back() != spot.km) out.push_back(spot.km);
    between(spot, b, depth + 1, out);
}

Polygon Densifier::carry(const Polygon& degrees, LongEdge meant) const {
    Polygon result;
    for (const Ring& ring : degrees.rings) {
        Ring carried = carry(ring, true, meant);
        const bool outline = result.rings.empty();
        while (carried.size() > 1 && carried.back() == carried.front()) carried.pop_back();
        if (carried.size() >= 3) {
            result.rings.push_back(std::move(carried));
        } else if (outline) {
            return {};
        }
    }
    return result;
}

}  // namespace ebbflow::geo
