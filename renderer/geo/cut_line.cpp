#include "geo/cut_line.hpp"

#include <cmath>

namespace ebbflow::geo {

namespace {

/// Steps in which a line is looked at near the edge, degrees: it cannot leave and come back within
/// one.
constexpr double kStep = 1.0;

/// A point on the edge between `inside` and `outside`, by halving down to centimetres.
glm::dvec2 crossing(const Domain& domain, glm::dvec2 inside, glm::dvec2 outside) {
    for (int i = 0; i < 24; ++i) {
        const glm::dvec2 middle = (inside + outside) / 2.0;
        (domain.insideness({middle.x, middle.y}) >= 0 ? inside : outside) = middle;
    }
    return inside;
}

std::vector<glm::dvec2> stepped(const Polyline& line) {
    std::vector<glm::dvec2> points;
    const std::size_t edges = line.points.size() - (line.closed ? 0 : 1);
    for (std::size_t i = 0; i < edges; ++i) {
        const glm::dvec2 a = line.points[i], b = line.points[(i + 1) % line.points.size()];
        const double longest = std::max(std::abs(a.x - b.x), std::abs(a.y - b.y));
        const int steps = std::max(1, static_cast<int>(std::ceil(longest / kStep)));
        for (int s = 0; s < steps; ++s)
            points.push_back(a + (b - a) * (static_cast<double>(s) / steps));
    }
    points.push_back(line.closed ? line.points.front() : line.points.back());
    return points;
}

}  // namespace

std::vector<Polyline> LineCutter::cut(const Polyline& degrees) const {
    std::vector<Polyline> pieces;
    if (degrees.points.size() < 2) return pieces;
    if (domain_.shape == Domain::Shape::cap) {
        cutOnOneTurn(degrees, pieces);
        return pieces;
    }
    const PlaneBox box = boxOf(degrees.points);
    const double first = std::ceil((domain_.west() - box.high.x) / 360.0);
    for (double turn = first; box.low.x + 360.0 * turn < domain_.east(); turn += 1.0) {
        Polyline copy = degrees;
        for (glm::dvec2& p : copy.points) p.x += 360.0 * turn;
        cutOnOneTurn(copy, pieces);
    }
    return pieces;
}

void LineCutter::cutOnOneTurn(const Polyline& degrees, std::vector<Polyline>& into) const {
    const auto depth = [&](glm::dvec2 p) { return domain_.insideness({p.x, p.y}); };
    const double margin = domain_.shape == Domain::Shape::cap ? kStep / 57.0 : 0.0;
    if (std::ranges::all_of(degrees.points, [&](glm::dvec2 p) { return depth(p) >= margin; })) {
        std::vector<glm::dvec2> whole = degrees.points;
        keep(whole, degrees.closed, into);
        return;
    }
    std::vector<glm::dvec2> piece;
    const std::vector<glm::dvec2> points = stepped(degrees);
    glm::dvec2 before = points.front();
    bool wasInside = depth(before) >= 0;
    for (const glm::dvec2 p : points) {
        const bool inside = depth(p) >= 0;
        if (inside && !wasInside) piece.push_back(crossing(domain_, p, before));
        if (!inside && wasInside) {
            piece.push_back(crossing(domain_, before, p));
            keep(piece, false, into);
        }
        if (inside) piece.push_back(p);
        before = p;
        wasInside = inside;
    }
    keep(piece, false, into);
}

void LineCutter::keep(std::vector<glm::dvec2>& degrees, bool closed,
                      std::vector<Polyline>& into) const {
    if (degrees.size() >= 2) {
        Polyline carried{densifier_.carry(degrees, closed), closed};
        if (carried.points.size() >= 2) into.push_back(std::move(carried));
    }
    degrees.clear();
}

}  // namespace ebbflow::geo
