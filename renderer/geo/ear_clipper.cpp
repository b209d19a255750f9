#include "geo/ear_clipper.hpp"

#include "geo/ear_ring.hpp"

namespace ebbflow::geo {

namespace {

class EarClipper {
public:
    explicit EarClipper(const Polygon& polygon) : ring_(polygon) {
        triangles_.reserve(3 * ring_.count());
    }

    std::optional<std::vector<std::uint32_t>> clip() {
        if (ring_.start() == kNoNode || !ring_.sound()) return std::nullopt;
        NodeId node = ring_.start();
        NodeId lastProgress = node;
        bool straightToo = false;
        while (ring_[node].before != ring_[node].after) {
            const NodeId after = ring_[node].after;
            if (clipAt(node, straightToo)) {
                // Passing over the next corner makes triangles fatter than a fan would be.
                node = lastProgress = ring_[after].after;
                straightToo = false;
            } else if (after != lastProgress) {
                node = after;
            } else if (!straightToo) {
                straightToo = true;
                node = after;
            } else {
                return std::nullopt;
            }
        }
        return std::move(triangles_);
    }

private:
    /// Cuts off the corner when it is an ear, or nothing but a doubled point or a spike.
    bool clipAt(NodeId b, bool straightToo) {
        const RingNode& n = ring_[b];
        const RingNode& a = ring_[n.before];
        const RingNode& c = ring_[n.after];
        const bool empty = n.p == c.p || a.p == c.p;
        const double area = turn(a.p, n.p, c.p);
        if (!empty) {
            if (area < 0 || (area == 0 && !straightToo)) return false;
            if (area > 0 && ring_.isBlocked(b)) return false;
            if (area > 0) triangles_.insert(triangles_.end(), {a.index, n.index, c.index});
        }
        ring_.remove(b);
        return true;
    }

    EarRing ring_;
    std::vector<std::uint32_t> triangles_;
};

}  // namespace

std::optional<std::vector<std::uint32_t>> clipEars(const Polygon& polygon) {
    if (polygon.rings.empty()) return std::nullopt;
    return EarClipper(polygon).clip();
}

}  // namespace ebbflow::geo
