#include "geo/delaunay_flips.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "geo/ear_ring.hpp"

namespace ebbflow::geo {

namespace {

using HalfEdge =
    std::uint32_t;  ///< 3 × triangle + side; the side runs from that corner to the next
constexpr HalfEdge kOuter = std::numeric_limits<HalfEdge>::max();

HalfEdge nextSide(HalfEdge h) {
    return h % 3 == 2 ? h - 2 : h + 1;
}
HalfEdge previousSide(HalfEdge h) {
    return h % 3 == 0 ? h + 2 : h - 1;
}

class Flipper {
public:
    Flipper(std::span<const glm::dvec2> points, std::span<std::uint32_t> triangles)
        : points_(points), corner_(triangles), twin_(triangles.size(), kOuter) {
        pairUp();
    }

    void run() {
        for (HalfEdge h = 0; h < twin_.size(); ++h) {
            if (twin_[h] != kOuter && h < twin_[h]) todo_.push_back(h);
        }
        // Lawson's order ends by itself; the bound only guards against rounding in circles.
        std::size_t left = 40 * todo_.size() + 1000;
        while (!todo_.empty() && left-- > 0) {
            const HalfEdge h = todo_.back();
            todo_.pop_back();
            if (twin_[h] != kOuter && isPoor(h)) flip(h);
        }
    }

private:
    [[nodiscard]] glm::dvec2 at(HalfEdge h) const { return points_[corner_[h]]; }

    /// Finds each half-edge's twin among those that leave its end point.
    void pairUp() {
        std::vector<std::uint32_t> first(points_.size() + 1);
        for (const std::uint32_t v : corner_) ++first[v + 1];
        for (std::size_t v = 1; v < first.size(); ++v) first[v] += first[v - 1];
        std::vector<HalfEdge> leaving(corner_.size());
        std::vector<std::uint32_t> filled(first.begin(), first.end() - 1);
        for (HalfEdge h = 0; h < corner_.size(); ++h) leaving[filled[corner_[h]]++] = h;
        for (HalfEdge h = 0; h < corner_.size(); ++h) {
            const std::uint32_t from = corner_[h], to = corner_[nextSide(h)];
            for (std::uint32_t i = first[to]; i < first[to + 1]; ++i) {
                if (corner_[nextSide(leaving[i])] == from) twin_[h] = leaving[i];
            }
        }
    }

    /// Whether the two angles across the edge sum to more than 180 degrees, and the four points are
    /// in convex position, so that the other diagonal is better.
    [[nodiscard]] bool isPoor(HalfEdge h) const {
        const glm::dvec2 a = at(h), b = at(nextSide(h));
        const glm::dvec2 c = at(previousSide(h)), d = at(previousSide(twin_[h]));
        if (turn(d, b, c) <= 0 || turn(c, a, d) <= 0) return false;
        const glm::dvec2 ca = a - c, cb = b - c, da = a - d, db = b - d;
        const double sineC = ca.x * cb.y - ca.y * cb.x, cosineC = ca.x * cb.x + ca.y * cb.y;
        const double sineD = db.x * da.y - db.y * da.x, cosineD = db.x * da.x + db.y * da.y;
        const double size =
            (std::abs(cosineC) + std::abs(sineC)) * (std::abs(cosineD) + std::abs(sineD));
        return sineC * cosineD + cosineC * sineD < -1e-10 * size;
    }

    /// Triangles a b c and b a d become c d b and d c a.
    void flip(HalfEdge h) {
        const HalfEdge g = twin_[h];
        const HalfEdge hNext = nextSide(h), hPrevious = previousSide(h);
        const HalfEdge gNext = nextSide(g), gPrevious = previousSide(g);
        const std::uint32_t c = corner_[hPrevious], d = corner_[gPrevious];
        // h's triangle: d b c; g's: c a d. Sides bc and ad stay, ca and db change triangles.
        corner_[h] = d;
        corner_[g] = c;
        join(h, twin_[gPrevious]);
        join(g, twin_[hPrevious]);
        join(hPrevious, gPrevious);
        for (const HalfEdge side : {h, hNext, g, gNext}) todo_.push_back(side);
    }

    void join(HalfEdge a, HalfEdge b) {
        twin_[a] = b;
        if (b != kOuter) twin_[b] = a;
    }

    std::span<const glm::dvec2> points_;
    std::span<std::uint32_t> corner_;
    std::vector<HalfEdge> twin_;
    std::vector<HalfEdge> todo_;
};

}  // namespace

void flipToDelaunay(std::span<const glm::dvec2> points, std::span<std::uint32_t> triangles) {
    Flipper(points, triangles).run();
}

}  // namespace ebbflow::geo
