#include "raster/simplify.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include <glm/geometric.hpp>

namespace ebbflow::raster {
namespace {

constexpr double kFinestCellKm = 0.5;
constexpr double kCellPixels = 0.5;
constexpr int kLevels = 7;

std::int64_t cellNumber(glm::vec2 at, double cellKm) {
    const auto column = static_cast<std::int64_t>(std::floor(at.x / cellKm));
    const auto row = static_cast<std::int64_t>(std::floor(at.y / cellKm));
    return row * (std::int64_t{1} << 32) + column;
}

/// For each vertex the first one that shares its cell.
std::vector<std::uint32_t> representatives(const std::vector<glm::vec2>& vertices, double cellKm) {
    struct Placed {
        std::int64_t cell;
        std::uint32_t vertex;
    };
    std::vector<Placed> placed;
    placed.reserve(vertices.size());
    for (std::uint32_t i = 0; i < vertices.size(); ++i) {
        placed.push_back({cellNumber(vertices[i], cellKm), i});
    }
    std::ranges::sort(placed, [](const Placed& a, const Placed& b) {
        return a.cell != b.cell ? a.cell < b.cell : a.vertex < b.vertex;
    });
    std::vector<std::uint32_t> result(vertices.size());
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const bool opens = i == 0 || placed[i].cell != placed[i - 1].cell;
        result[placed[i].vertex] = opens ? placed[i].vertex : result[placed[i - 1].vertex];
    }
    return result;
}

/// Side of the squares by which an area's triangles are grouped.
constexpr float kPatchKm = 900;

struct Triangle {
    std::array<std::uint32_t, 3> corners{};
    std::int64_t patch = 0;
};

void extend(core::MapBox& box, glm::vec2 at) {
    const double x = at.x, y = at.y;
    box = {std::min(box.minX, x), std::min(box.minY, y), std::max(box.maxX, x),
           std::max(box.maxY, y)};
}

/// The area's triangles, those that collapse left out, grouped by where they lie.
std::vector<Triangle> trianglesOf(const geo::AreaLayer& layer, const geo::Area& area,
                                  const std::vector<std::uint32_t>& instead) {
    std::vector<Triangle> triangles;
    for (std::uint32_t i = area.firstIndex; i + 2 < area.firstIndex + area.indexCount; i += 3) {
        const std::uint32_t a = instead[layer.indices[i]], b = instead[layer.indices[i + 1]],
                            c = instead[layer.indices[i + 2]];
        if (a == b || b == c || c == a) continue;
        const glm::vec2 middle = (layer.vertices[a] + layer.vertices[b] + layer.vertices[c]) / 3.0F;
        triangles.push_back({{a, b, c}, cellNumber(middle, kPatchKm)});
    }
    std::ranges::stable_sort(triangles, {}, &Triangle::patch);
    return triangles;
}

std::vector<Patch> appendPatches(const geo::AreaLayer& layer,
                                 const std::vector<Triangle>& triangles,
                                 std::vector<std::uint32_t>& indices) {
    constexpr double kAll = std::numeric_limits<double>::infinity();
    std::vector<Patch> patches;
    for (std::size_t i = 0; i < triangles.size(); ++i) {
        if (i == 0 || triangles[i].patch != triangles[i - 1].patch) {
            patches.push_back(
                {{static_cast<std::uint32_t>(indices.size()), 0}, {kAll, kAll, -kAll, -kAll}});
        }
        patches.back().range.count += 3;
        for (const std::uint32_t corner : triangles[i].corners) {
            indices.push_back(corner);
            extend(patches.back().bounds, layer.vertices[corner]);
        }
    }
    return patches;
}

}  // namespace

SimplifiedAreas clusterAreas(const geo::AreaLayer& layer, double cellKm) {
    std::vector<std::uint32_t> instead(layer.vertices.size());
    std::iota(instead.begin(), instead.end(), 0U);
    if (cellKm > 0) instead = representatives(layer.vertices, cellKm);
    SimplifiedAreas result;
    for (const geo::Area& area : layer.areas) {
        const auto triangles = trianglesOf(layer, area, instead);
        result.patches.push_back(appendPatches(layer, triangles, result.indices));
    }
    return result;
}

std::vector<std::uint32_t> keptPoints(std::span<const glm::vec2> strip, double cellKm) {
    std::vector<std::uint32_t> kept;
    const auto cell = static_cast<float>(cellKm);
    float farthest = 0;
    for (std::uint32_t i = 0; i < strip.size(); ++i) {
        farthest = std::max(farthest, glm::distance(strip[i], strip.front()));
        if (kept.empty() || glm::distance(strip[i], strip[kept.back()]) > cell) kept.push_back(i);
    }
    if (farthest <= cell) return {};
    const auto last = static_cast<std::uint32_t>(strip.size() - 1);
    if (kept.back() != last) {
        // The end stands for a neighbour that is nearer to it than a cell.
        if (kept.size() > 1)
            kept.back() = last;
        else
            kept.push_back(last);
    }
    return kept;
}

double cellOfLevel(int level) {
    return level < 0 ? 0 : kFinestCellKm * std::exp2(level);
}

int detailLevel(double realPixelsPerKm) {
    const double level = std::floor(std::log2(kCellPixels / realPixelsPerKm / kFinestCellKm));
    return static_cast<int>(std::clamp(level, -1.0, kLevels - 1.0));
}

}  // namespace ebbflow::raster
