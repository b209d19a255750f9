// What is left out at small scales: never more than a cell, and never a gap between neighbours.

#include <algorithm>
#include <cmath>
#include <map>

#include <glm/geometric.hpp>

#include "core/hash.hpp"
#include "paint_fixture.hpp"
#include "raster/simplify.hpp"

namespace ebbflow::paint::testing {
namespace {

/// A sheet of two areas that share a ragged edge, a thousand triangles each.
geo::AreaLayer sheet() {
    geo::AreaLayer layer;
    constexpr std::uint32_t kSide = 24;
    for (std::uint32_t half = 0; half < 2; ++half) {
        geo::Area area;
        area.firstIndex = static_cast<std::uint32_t>(layer.indices.size());
        const auto base = static_cast<std::uint32_t>(layer.vertices.size());
        for (std::uint32_t row = 0; row <= kSide; ++row) {
            for (std::uint32_t column = 0; column <= kSide; ++column) {
                const std::uint32_t x = half * kSide + column;
                const auto jitter = [&](std::uint64_t salt) {
                    return 3 * static_cast<float>(core::unitInterval(
                                   core::mixBits(x * 1000 + row + salt * 1'000'000)));
                };
                layer.vertices.emplace_back(static_cast<float>(x) * 10 + jitter(1),
                                            static_cast<float>(row) * 10 + jitter(2));
            }
        }
        for (std::uint32_t row = 0; row < kSide; ++row) {
            for (std::uint32_t column = 0; column < kSide; ++column) {
                const std::uint32_t a = base + row * (kSide + 1) + column, b = a + 1,
                                    c = a + kSide + 1, d = c + 1;
                layer.indices.insert(layer.indices.end(), {a, b, d, a, d, c});
            }
        }
        area.indexCount = static_cast<std::uint32_t>(layer.indices.size()) - area.firstIndex;
        layer.areas.push_back(area);
    }
    return layer;
}

double areaOf(const geo::AreaLayer& layer, const raster::SimplifiedAreas& shapes) {
    double sum = 0;
    for (std::size_t i = 0; i < shapes.indices.size(); i += 3) {
        const glm::vec2 a = layer.vertices[shapes.indices[i]],
                        b = layer.vertices[shapes.indices[i + 1]],
                        c = layer.vertices[shapes.indices[i + 2]];
        sum += 0.5 * static_cast<double>((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
    }
    return sum;
}

TEST(ClusterAreas, KeepsEverythingWithoutACell) {
    const geo::AreaLayer layer = sheet();
    const raster::SimplifiedAreas all = raster::clusterAreas(layer, 0);
    EXPECT_EQ(all.indices.size(), layer.indices.size());
    EXPECT_NEAR(areaOf(layer, all), areaOf(layer, raster::clusterAreas(layer, 0.001)), 1e-6);
}

TEST(ClusterAreas, HasFewerTrianglesAndNearlyTheSameArea) {
    const geo::AreaLayer layer = sheet();
    const raster::SimplifiedAreas all = raster::clusterAreas(layer, 0),
                                  few = raster::clusterAreas(layer, 25);
    EXPECT_LT(few.indices.size(), all.indices.size() / 2);
    EXPECT_NEAR(areaOf(layer, few), areaOf(layer, all), 0.15 * areaOf(layer, all));
}

// The signed areas of all triangles add up to that of the outline: inside edges cancel exactly when
// every triangle moved a shared vertex alike.
TEST(ClusterAreas, LeavesNoGapBetweenNeighbours) {
    const geo::AreaLayer layer = sheet();
    const raster::SimplifiedAreas few = raster::clusterAreas(layer, 25);
    std::map<std::pair<std::pair<float, float>, std::pair<float, float>>, int> edges;
    for (std::size_t i = 0; i < few.indices.size(); i += 3) {
        for (std::size_t k = 0; k < 3; ++k) {
            const glm::vec2 a = layer.vertices[few.indices[i + k]],
                            b = layer.vertices[few.indices[i + (k + 1) % 3]];
            const std::pair p{a.x, a.y}, q{b.x, b.y};
            if (p < q)
                ++edges[{p, q}];
            else
                --edges[{q, p}];
        }
    }
    int outline = 0;
    for (const auto& [edge, balance] : edges) {
        if (balance == 0) continue;
        ++outline;
        const auto inside = [](std::pair<float, float> p) {
            return p.first > 45 && p.first < 435 && p.second > 45 && p.second < 195;
        };
        EXPECT_FALSE(inside(edge.first) && inside(edge.second))
            << edge.first.first << ' ' << edge.first.second;
    }
    EXPECT_GT(outline, 3) << "the sheet has an edge";
}

TEST(ClusterAreas, PatchesHoldTheirTriangles) {
    const geo::AreaLayer layer = sheet();
    const raster::SimplifiedAreas shapes = raster::clusterAreas(layer, 0);
    ASSERT_EQ(shapes.patches.size(), layer.areas.size());
    std::size_t count = 0;
    for (const auto& patches : shapes.patches) {
        for (const raster::Patch& patch : patches) {
            count += patch.range.count;
            for (std::uint32_t i = 0; i < patch.range.count; ++i) {
                const glm::vec2 at = layer.vertices[shapes.indices[patch.range.first + i]];
                EXPECT_TRUE(at.x >= patch.bounds.minX && at.x <= patch.bounds.maxX &&
                            at.y >= patch.bounds.minY && at.y <= patch.bounds.maxY);
            }
        }
    }
    EXPECT_EQ(count, shapes.indices.size());
}

TEST(KeptPoints, KeepBothEndsAndStrayNoFartherThanACell) {
    std::vector<glm::vec2> strip;
    for (int i = 0; i < 500; ++i)
        strip.emplace_back(static_cast<float>(i), 3 * std::sin(static_cast<float>(i) * 0.3F));
    const auto kept = raster::keptPoints(strip, 8);
    EXPECT_EQ(kept.front(), 0U);
    EXPECT_EQ(kept.back(), 499U);
    EXPECT_LT(kept.size(), 100U);
    EXPECT_TRUE(std::ranges::is_sorted(kept));
    for (std::size_t k = 1; k < kept.size(); ++k) {
        for (std::uint32_t i = kept[k - 1]; i < kept[k]; ++i)
            EXPECT_LE(glm::distance(strip[i], strip[kept[k - 1]]), 17) << i;
    }
}

TEST(KeptPoints, LeaveOutWhatIsSmallerThanACell) {
    EXPECT_TRUE(
        raster::keptPoints(std::vector<glm::vec2>{{0, 0}, {1, 0}, {1, 1}, {0, 0}}, 4).empty());
    EXPECT_EQ(raster::keptPoints(std::vector<glm::vec2>{{0, 0}, {9, 0}}, 4).size(), 2U);
}

TEST(DetailLevel, CellsStayUnderHalfAPixel) {
    for (const double pixelsPerKm : {0.05, 0.11, 0.23, 0.48, 1.0, 7.0}) {
        const int level = raster::detailLevel(pixelsPerKm);
        EXPECT_LE(raster::cellOfLevel(level) * pixelsPerKm, 0.5) << pixelsPerKm;
    }
    EXPECT_EQ(raster::detailLevel(50), -1);
}

}  // namespace
}  // namespace ebbflow::paint::testing
