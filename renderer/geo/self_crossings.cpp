#include "geo/self_crossings.hpp"

#include <algorithm>
#include <vector>

#include "geo/edge_bands.hpp"

namespace ebbflow::geo {

namespace {

double side(const PlaneEdge& edge, glm::dvec2 p) {
    return (edge.b.x - edge.a.x) * (p.y - edge.a.y) - (edge.b.y - edge.a.y) * (p.x - edge.a.x);
}

bool cross(const PlaneEdge& one, const PlaneEdge& other) {
    return side(one, other.a) * side(one, other.b) < 0 &&
           side(other, one.a) * side(other, one.b) < 0;
}

class Counter {
public:
    Counter(EdgeBands& bands, std::uint64_t most)
        : bands_(bands), most_(most), looksLeft_(kLooks + kLooksPerEdge * bands.edges().size()) {}

    std::uint64_t count() {
        for (std::size_t i = 0; i < bands_.size() && found_ <= most_; ++i) sweep(i);
        return found_;
    }

private:
    /// From left to right, each edge against those that still reach so far.
    void sweep(std::size_t band) {
        std::vector<const PlaneEdge*> edges = bands_[band];
        std::ranges::sort(edges, {}, [](const PlaneEdge* edge) { return edge->left(); });
        std::vector<const PlaneEdge*> open;
        for (const PlaneEdge* edge : edges) {
            std::erase_if(open, [&](const PlaneEdge* o) { return o->right() < edge->left(); });
            if (open.size() > looksLeft_) found_ = most_ + 1;
            if (found_ > most_) return;
            looksLeft_ -= open.size();
            for (const PlaneEdge* other : open) look(*edge, *other, band);
            open.push_back(edge);
        }
    }

    /// Two edges may share several bands, and count in the lowest of them.
    void look(const PlaneEdge& one, const PlaneEdge& other, std::size_t band) {
        const double low = std::max(one.low(), other.low());
        if (low > std::min(one.high(), other.high()) || bands_.at(low) != band) return;
        if (cross(one, other)) ++found_;
    }

    // A second or two.
    static constexpr std::uint64_t kLooks = 200'000'000, kLooksPerEdge = 1000;
    EdgeBands& bands_;
    std::uint64_t most_;
    std::uint64_t looksLeft_;
    std::uint64_t found_ = 0;
};

}  // namespace

std::uint64_t selfCrossings(const Polygon& polygon, std::uint64_t most) {
    EdgeBands bands(polygon);
    return Counter(bands, most).count();
}

}  // namespace ebbflow::geo
