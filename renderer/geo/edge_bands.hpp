#pragma once
// A polygon's edges sorted into bands of equal height, about as many bands as an edge is low: who
// asks about a point or an edge looks at the few of its band. It answers nothing itself.

#include <algorithm>
#include <vector>

#include "geo/shapes.hpp"

namespace ebbflow::geo {

struct PlaneEdge {
    glm::dvec2 a, b;
    [[nodiscard]] double left() const { return std::min(a.x, b.x); }
    [[nodiscard]] double right() const { return std::max(a.x, b.x); }
    [[nodiscard]] double low() const { return std::min(a.y, b.y); }
    [[nodiscard]] double high() const { return std::max(a.y, b.y); }
};

class EdgeBands {
public:
    explicit EdgeBands(const Polygon& polygon);
    EdgeBands(const EdgeBands&) = delete;
    EdgeBands& operator=(const EdgeBands&) = delete;

    [[nodiscard]] const std::vector<PlaneEdge>& edges() const { return edges_; }
    /// The band of a height; the nearest for one that no edge reaches.
    [[nodiscard]] std::size_t at(double y) const;
    [[nodiscard]] std::size_t size() const { return bands_.size(); }
    /// All edges that touch the band.
    [[nodiscard]] const std::vector<const PlaneEdge*>& operator[](std::size_t band) const {
        return bands_[band];
    }

private:
    std::vector<PlaneEdge> edges_;
    double low_ = 0, step_ = 1;
    std::vector<std::vector<const PlaneEdge*>> bands_;
};

}  // namespace ebbflow::geo
