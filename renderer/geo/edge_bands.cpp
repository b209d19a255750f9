#include "geo/edge_bands.hpp"

namespace ebbflow::geo {

namespace {

std::vector<PlaneEdge> edgesOf(const Polygon& polygon) {
    std::vector<PlaneEdge> edges;
    for (const Ring& ring : polygon.rings) {
        for (std::size_t i = 0; i < ring.size(); ++i)
            edges.push_back({ring[i], ring[(i + 1) % ring.size()]});
    }
    return edges;
}

}  // namespace

EdgeBands::EdgeBands(const Polygon& polygon) : edges_(edgesOf(polygon)), bands_(1) {
    if (edges_.empty()) return;
    double high = edges_.front().high(), heights = 0;
    low_ = edges_.front().low();
    for (const PlaneEdge& edge : edges_) {
        low_ = std::min(low_, edge.low());
        high = std::max(high, edge.high());
        heights += edge.high() - edge.low();
    }
    const auto count = static_cast<double>(edges_.size());
    const double bands =
        heights > 0 ? std::clamp((high - low_) * count / heights, 1.0, count) : 1.0;
    step_ = high > low_ ? (high - low_) / bands : 1.0;
    bands_.resize(static_cast<std::size_t>(bands) + 1);
    for (const PlaneEdge& edge : edges_) {
        for (std::size_t i = at(edge.low()); i <= at(edge.high()); ++i) bands_[i].push_back(&edge);
    }
}

std::size_t EdgeBands::at(double y) const {
    const double band = std::clamp((y - low_) / step_, 0.0, static_cast<double>(bands_.size() - 1));
    return static_cast<std::size_t>(band);
}

}  // namespace ebbflow::geo
