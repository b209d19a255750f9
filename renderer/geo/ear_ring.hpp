#pragma once
// The ring that ears are clipped from: a polygon's points as a doubly linked loop, its holes
// already joined to the outline. Only ear_clipper.cpp uses it.

#include <cstdint>
#include <vector>

#include "geo/shapes.hpp"

namespace ebbflow::geo {

using NodeId = std::int32_t;
inline constexpr NodeId kNoNode = -1;

struct RingNode {
    glm::dvec2 p{0};
    std::uint32_t index = 0;  ///< of the point in the polygon
    NodeId before = kNoNode, after = kNoNode;
    std::uint32_t z = 0;                       ///< place on the Z-order curve
    NodeId lower = kNoNode, higher = kNoNode;  ///< neighbours on the curve
};

/// Twice the signed area of a, b, c; positive = counter-clockwise.
[[nodiscard]] inline double turn(glm::dvec2 a, glm::dvec2 b, glm::dvec2 c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/// Whether p lies in the counter-clockwise triangle a, b, c or on its edge.
[[nodiscard]] inline bool inTriangle(glm::dvec2 p, glm::dvec2 a, glm::dvec2 b, glm::dvec2 c) {
    return turn(a, b, p) >= 0 && turn(b, c, p) >= 0 && turn(c, a, p) >= 0;
}

class EarRing {
public:
    /// Joins the holes in; `sound` tells whether each found a bridge.
    explicit EarRing(const Polygon& polygon);

    [[nodiscard]] bool sound() const { return sound_; }
    [[nodiscard]] NodeId start() const { return start_; }
    [[nodiscard]] std::size_t count() const { return nodes_.size(); }
    [[nodiscard]] const RingNode& operator[](NodeId id) const {
        return nodes_[static_cast<std::size_t>(id)];
    }
    void remove(NodeId id);
    /// Whether a corner of the ring other than b's neighbours lies in the triangle before-b-after.
    [[nodiscard]] bool isBlocked(NodeId b) const;

private:
    RingNode& at(NodeId id) { return nodes_[static_cast<std::size_t>(id)]; }
    NodeId link(const Ring& ring, std::uint32_t firstIndex, bool counterClockwise);
    void joinHole(NodeId hole);
    [[nodiscard]] NodeId leftmost(NodeId any) const;
    [[nodiscard]] NodeId bridgeEnd(glm::dvec2 from) const;
    [[nodiscard]] NodeId edgeEndToTheLeft(glm::dvec2 from, double& hitX) const;
    [[nodiscard]] bool opensTowards(NodeId node, glm::dvec2 target) const;
    void sortAlongCurve();
    [[nodiscard]] std::uint32_t curvePlace(glm::dvec2 p) const;
    [[nodiscard]] bool entersCorner(NodeId twin, glm::dvec2 a, glm::dvec2 b, glm::dvec2 c) const;
    [[nodiscard]] bool blocks(NodeId candidate, NodeId b, const PlaneBox& box) const;

    std::vector<RingNode> nodes_;
    NodeId start_ = kNoNode;
    bool sound_ = true;
    PlaneBox box_;
    glm::dvec2 toCurve_{0};
};

}  // namespace ebbflow::geo
