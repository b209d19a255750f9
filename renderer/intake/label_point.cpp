#include "intake/label_point.hpp"

namespace ebbflow::intake {

namespace {

constexpr int kLevels = 15;  ///< parallels that are looked at

/// Where a parallel crosses the outline and the holes, from west to east.
std::vector<double> crossings(const geo::Polygon& polygon, double y) {
    std::vector<double> found;
    for (const geo::Ring& ring : polygon.rings) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const glm::dvec2 a = ring[i], b = ring[(i + 1) % ring.size()];
            if ((a.y <= y) == (b.y <= y)) continue;
            found.push_back(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y));
        }
    }
    std::ranges::sort(found);
    return found;
}

}  // namespace

std::optional<glm::dvec2> labelPoint(const geo::Polygon& polygon) {
    if (polygon.rings.empty()) return std::nullopt;
    const geo::PlaneBox box = geo::boxOf(polygon.rings.front());
    std::optional<glm::dvec2> point;
    double widest = 0;
    for (int level = 1; level <= kLevels; ++level) {
        const double share = static_cast<double>(level) / (kLevels + 1);
        const double y = box.low.y + box.size().y * share;
        // Of parallels that are equally wide the middle one.
        const double favour = 1 - std::abs(share - 0.5) / 2;
        const std::vector<double> xs = crossings(polygon, y);
        for (std::size_t i = 1; i < xs.size(); i += 2) {
            const double width = (xs[i] - xs[i - 1]) * favour;
            if (width <= widest) continue;
            widest = width;
            point = glm::dvec2{(xs[i] + xs[i - 1]) / 2, y};
        }
    }
    return point;
}

}  // namespace ebbflow::intake
