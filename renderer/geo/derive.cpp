#include "geo/derive.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>

#include "geo/chains.hpp"
#include "geo/unwrap.hpp"

namespace ebbflow::geo {

namespace {

using Sharers = std::vector<std::size_t>;
using Pair = std::pair<std::size_t, std::size_t>;

/// What both cover, or nothing.
std::optional<core::Validity> overlap(const core::Validity& a, const core::Validity& b) {
    core::Validity both;
    both.from = a.from && b.from ? std::max(*a.from, *b.from) : (a.from ? a.from : b.from);
    both.to = a.to && b.to ? std::min(*a.to, *b.to) : (a.to ? a.to : b.to);
    if (both.from && both.to && *both.to < *both.from) return std::nullopt;
    return both;
}

std::map<Edge, Sharers> sharedEdges(const std::vector<Feature>& states) {
    std::map<Edge, Sharers> edges;
    for (std::size_t i = 0; i < states.size(); ++i) {
        for (const Polygon& polygon : states[i].polygons) {
            for (const Ring& ring : polygon.rings) {
                for (std::size_t k = 0; k < ring.size(); ++k) {
                    Sharers& who = edges[edgeBetween(ring[k], ring[(k + 1) % ring.size()])];
                    if (who.empty() || who.back() != i) who.push_back(i);
                }
            }
        }
    }
    return edges;
}

std::map<Pair, std::vector<Edge>> edgesByPair(const std::vector<Feature>& states) {
    std::map<Pair, std::vector<Edge>> byPair;
    for (const auto& [edge, who] : sharedEdges(states)) {
        for (std::size_t a = 0; a < who.size(); ++a) {
            for (std::size_t b = a + 1; b < who.size(); ++b) {
                byPair[{who[a], who[b]}].push_back(edge);
            }
        }
    }
    return byPair;
}

}  // namespace

std::vector<Feature> landOf(const std::vector<Feature>& states) {
    Geos geos;
    std::vector<Polygon> parts;
    for (const Feature& state : states) {
        for (const Polygon& polygon : state.polygons) {
            for (Polygon& sound : geos.repaired(polygon)) parts.push_back(std::move(sound));
        }
    }
    Feature land;
    land.values.resize(1);
    land.polygons = geos.united(parts);
    return {land};
}

std::vector<RawLine> bordersOf(const std::vector<Feature>& states, std::size_t idField) {
    std::vector<RawLine> borders;
    for (const auto& [pair, edges] : edgesByPair(states)) {
        const Feature& a = states[pair.first];
        const Feature& b = states[pair.second];
        const std::string left = a.values[idField].value_or("");
        const std::string right = b.values[idField].value_or("");
        const auto both = overlap(a.valid, b.valid);
        const bool oneState = !left.empty() && left == right;
        if (!both || oneState) continue;
        RawLine raw;
        raw.line.id = left + "-" + right;
        raw.line.kind = "state";
        raw.line.left = left;
        raw.line.right = right;
        raw.line.valid = *both;
        raw.degrees = chained(edges);
        borders.push_back(std::move(raw));
    }
    return borders;
}

std::vector<RawLine> coastsOf(const std::vector<Feature>& land) {
    std::vector<RawLine> coasts;
    for (const Feature& feature : land) {
        RawLine raw;
        raw.line.name = feature.name;
        raw.line.valid = feature.valid;
        for (const Polygon& polygon : feature.polygons) {
            for (Polyline& line : outlines(polygon)) raw.degrees.push_back(std::move(line));
        }
        coasts.push_back(std::move(raw));
    }
    return coasts;
}

}  // namespace ebbflow::geo
