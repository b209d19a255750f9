#include "geo/chains.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "geo/unwrap.hpp"

namespace ebbflow::geo {

namespace {

constexpr double kPerDegree = 1e9;
constexpr std::int64_t kTurn = 360'000'000'000;

Node nodeAt(glm::dvec2 p) {
    std::int64_t x = std::llround(p.x * kPerDegree) % kTurn;
    if (x < -kTurn / 2) x += kTurn;
    if (x >= kTurn / 2) x -= kTurn;
    return {x, std::llround(p.y * kPerDegree)};
}

glm::dvec2 pointAt(const Node& node) {
    return {static_cast<double>(node[0]) / kPerDegree, static_cast<double>(node[1]) / kPerDegree};
}

class Chainer {
public:
    explicit Chainer(const std::vector<Edge>& edges) : edges_(edges), used_(edges.size()) {
        for (std::size_t i = 0; i < edges.size(); ++i) {
            for (const Node& end : edges[i]) at_[end].push_back(i);
        }
    }

    std::vector<Polyline> chains() {
        for (std::size_t i = 0; i < edges_.size(); ++i) {
            for (const Node& end : edges_[i]) {
                if (at_[end].size() != 2) startAt(end, i);
            }
        }
        // What is left are closed loops.
        for (std::size_t i = 0; i < edges_.size(); ++i) startAt(edges_[i][0], i);
        return std::move(lines_);
    }

private:
    void startAt(const Node& start, std::size_t edge) {
        if (used_[edge]) return;
        Polyline line{{pointAt(start)}, false};
        Node here = start;
        while (true) {
            used_[edge] = true;
            here = edges_[edge][0] == here ? edges_[edge][1] : edges_[edge][0];
            line.points.push_back(pointAt(here));
            const auto& around = at_[here];
            if (around.size() != 2) break;
            edge = around[0] == edge ? around[1] : around[0];
            if (used_[edge]) break;
        }
        line.closed = here == start && line.points.size() > 3;
        if (line.closed) line.points.pop_back();
        unwrapLine(line);
        lines_.push_back(std::move(line));
    }

    const std::vector<Edge>& edges_;
    std::vector<bool> used_;
    std::map<Node, std::vector<std::size_t>> at_;
    std::vector<Polyline> lines_;
};

}  // namespace

Edge edgeBetween(glm::dvec2 a, glm::dvec2 b) {
    const Node first = nodeAt(a), second = nodeAt(b);
    return {std::min(first, second), std::max(first, second)};
}

std::vector<Polyline> chained(const std::vector<Edge>& edges) {
    return Chainer(edges).chains();
}

}  // namespace ebbflow::geo
