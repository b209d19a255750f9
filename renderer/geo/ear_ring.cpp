#include "geo/ear_ring.hpp"

#include <algorithm>
#include <limits>

#include <glm/common.hpp>

namespace ebbflow::geo {

namespace {

/// Puts a zero bit before each of the low 16 bits.
std::uint32_t spread(std::uint32_t bits) {
    bits = (bits | (bits << 8)) & 0x00FF00FFU;
    bits = (bits | (bits << 4)) & 0x0F0F0F0FU;
    bits = (bits | (bits << 2)) & 0x33333333U;
    return (bits | (bits << 1)) & 0x55555555U;
}

}  // namespace

EarRing::EarRing(const Polygon& polygon) {
    std::uint32_t index = 0;
    std::vector<NodeId> holes;
    for (std::size_t i = 0; i < polygon.rings.size(); ++i) {
        const NodeId ring = link(polygon.rings[i], index, i == 0);
        index += static_cast<std::uint32_t>(polygon.rings[i].size());
        if (i == 0) {
            start_ = ring;
        } else if (ring != kNoNode) {
            holes.push_back(leftmost(ring));
        }
    }
    if (start_ == kNoNode) return;
    std::ranges::sort(holes, {}, [&](NodeId id) { return (*this)[id].p.x; });
    for (const NodeId hole : holes) joinHole(hole);
    sortAlongCurve();
}

NodeId EarRing::link(const Ring& ring, std::uint32_t firstIndex, bool counterClockwise) {
    const bool reversed = (twiceSignedArea(ring) > 0) != counterClockwise;
    const auto first = static_cast<NodeId>(nodes_.size());
    for (std::size_t k = 0; k < ring.size(); ++k) {
        const std::size_t i = reversed ? ring.size() - 1 - k : k;
        if (static_cast<NodeId>(nodes_.size()) > first && nodes_.back().p == ring[i]) continue;
        const auto id = static_cast<NodeId>(nodes_.size());
        nodes_.push_back({ring[i], firstIndex + static_cast<std::uint32_t>(i), id - 1, id + 1, 0,
                          kNoNode, kNoNode});
    }
    const auto last = static_cast<NodeId>(nodes_.size()) - 1;
    if (last - first < 2) return kNoNode;
    at(first).before = last;
    at(last).after = first;
    return first;
}

NodeId EarRing::leftmost(NodeId any) const {
    NodeId best = any;
    for (NodeId n = (*this)[any].after; n != any; n = (*this)[n].after) {
        const glm::dvec2 p = (*this)[n].p, q = (*this)[best].p;
        if (p.x < q.x || (p.x == q.x && p.y < q.y)) best = n;
    }
    return best;
}

bool EarRing::opensTowards(NodeId node, glm::dvec2 target) const {
    const RingNode& n = (*this)[node];
    const glm::dvec2 a = (*this)[n.before].p, c = (*this)[n.after].p;
    const bool leftOfIn = turn(a, n.p, target) >= 0, leftOfOut = turn(n.p, c, target) >= 0;
    return turn(a, n.p, c) > 0 ? leftOfIn && leftOfOut : leftOfIn || leftOfOut;
}

/// The first edge that a ray to the left meets: that of its ends which lies further left.
NodeId EarRing::edgeEndToTheLeft(glm::dvec2 from, double& hitX) const {
    NodeId best = kNoNode;
    hitX = -std::numeric_limits<double>::infinity();
    NodeId n = start_;
    do {
        const glm::dvec2 a = (*this)[n].p, b = (*this)[(*this)[n].after].p;
        // The inside is to the left of an edge, so only edges that run downwards face the ray's
        // start.
        if (from.y <= a.y && from.y >= b.y && a.y != b.y) {
            const double x = a.x + (from.y - a.y) * (b.x - a.x) / (b.y - a.y);
            if (x <= from.x && x > hitX) {
                hitX = x;
                best = a.x < b.x ? n : (*this)[n].after;
            }
        }
        n = (*this)[n].after;
    } while (n != start_);
    return best;
}

/// A corner of the outline that sees `from`: the hit edge's end, or else the corner in the triangle
/// between that is nearest in angle to the ray.
NodeId EarRing::bridgeEnd(glm::dvec2 from) const {
    double hitX = 0;
    const NodeId edgeEnd = edgeEndToTheLeft(from, hitX);
    if (edgeEnd == kNoNode) return kNoNode;
    const glm::dvec2 hit{hitX, from.y}, far = (*this)[edgeEnd].p;
    const bool above = far.y > from.y;
    const glm::dvec2 second = above ? far : hit, third = above ? hit : far;
    NodeId best = kNoNode;
    double bestSlope = std::numeric_limits<double>::infinity();
    NodeId n = start_;
    do {
        const glm::dvec2 p = (*this)[n].p;
        const bool between = p.x <= from.x && p.x >= std::min(hitX, far.x) &&
                             (p == far || inTriangle(p, from, second, third));
        if (between && opensTowards(n, from)) {
            const double slope =
                p == from ? -1.0 : std::abs(from.y - p.y) / std::max(from.x - p.x, 1e-300);
            const bool nearer =
                slope < bestSlope || (slope == bestSlope && p.x > (*this)[best].p.x);
            if (nearer) {
                best = n;
                bestSlope = slope;
            }
        }
        n = (*this)[n].after;
    } while (n != start_);
    return best;
}

void EarRing::joinHole(NodeId hole) {
    const NodeId end = bridgeEnd((*this)[hole].p);
    if (end == kNoNode) {
        sound_ = false;
        return;
    }
    // end → hole … back to hole's twin → end's twin → on.
    const NodeId holeTwin = static_cast<NodeId>(nodes_.size());
    const NodeId endTwin = holeTwin + 1;
    nodes_.push_back((*this)[hole]);
    nodes_.push_back((*this)[end]);
    at(at(hole).before).after = holeTwin;
    at(holeTwin).after = endTwin;
    at(endTwin).before = holeTwin;
    at(at(end).after).before = endTwin;
    at(end).after = hole;
    at(hole).before = end;
}

std::uint32_t EarRing::curvePlace(glm::dvec2 p) const {
    const glm::dvec2 cell = glm::max((p - box_.low) * toCurve_, glm::dvec2(0));
    return spread(static_cast<std::uint32_t>(cell.x)) |
           (spread(static_cast<std::uint32_t>(cell.y)) << 1);
}

void EarRing::sortAlongCurve() {
    for (const RingNode& n : nodes_) box_.add(n.p);
    const glm::dvec2 size = glm::max(box_.size(), glm::dvec2(1e-12));
    toCurve_ = 65535.0 / size;
    std::vector<std::pair<std::uint32_t, NodeId>> order;
    order.reserve(nodes_.size());
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        nodes_[i].z = curvePlace(nodes_[i].p);
        order.emplace_back(nodes_[i].z, static_cast<NodeId>(i));
    }
    std::ranges::sort(order);
    for (std::size_t i = 0; i < order.size(); ++i) {
        RingNode& n = at(order[i].second);
        n.lower = i > 0 ? order[i - 1].second : kNoNode;
        n.higher = i + 1 < order.size() ? order[i + 1].second : kNoNode;
    }
}

void EarRing::remove(NodeId id) {
    const RingNode n = (*this)[id];
    at(n.before).after = n.after;
    at(n.after).before = n.before;
    if (n.lower != kNoNode) at(n.lower).higher = n.higher;
    if (n.higher != kNoNode) at(n.higher).lower = n.lower;
    if (start_ == id) start_ = n.after;
}

/// Whether an edge at `twin`, which lies on the corner b, runs into the corner's angle.
bool EarRing::entersCorner(NodeId twin, glm::dvec2 a, glm::dvec2 b, glm::dvec2 c) const {
    for (const NodeId end : {(*this)[twin].before, (*this)[twin].after}) {
        const glm::dvec2 p = (*this)[end].p;
        if (turn(a, b, p) > 0 && turn(b, c, p) > 0) return true;
    }
    return false;
}

bool EarRing::blocks(NodeId candidate, NodeId b, const PlaneBox& box) const {
    const RingNode& q = (*this)[candidate];
    if (q.p.x < box.low.x || q.p.x > box.high.x || q.p.y < box.low.y || q.p.y > box.high.y) {
        return false;
    }
    const RingNode& ear = (*this)[b];
    const glm::dvec2 a = (*this)[ear.before].p, c = (*this)[ear.after].p;
    if (q.p == ear.p) return entersCorner(candidate, a, ear.p, c);
    // Other twins of the ear's corners (bridges, rings that touch) lie outside or bring a nearer
    // corner in.
    if (q.p == a || q.p == c) return false;
    return inTriangle(q.p, a, ear.p, c) && turn((*this)[q.before].p, q.p, (*this)[q.after].p) <= 0;
}

bool EarRing::isBlocked(NodeId b) const {
    PlaneBox box;
    for (const NodeId corner : {(*this)[b].before, b, (*this)[b].after}) box.add((*this)[corner].p);
    const std::uint32_t low = curvePlace(box.low), high = curvePlace(box.high);
    for (NodeId n = (*this)[b].lower; n != kNoNode && (*this)[n].z >= low; n = (*this)[n].lower) {
        if (blocks(n, b, box)) return true;
    }
    for (NodeId n = (*this)[b].higher; n != kNoNode && (*this)[n].z <= high;
         n = (*this)[n].higher) {
        if (blocks(n, b, box)) return true;
    }
    return false;
}

}  // namespace ebbflow::geo
