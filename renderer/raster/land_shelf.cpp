#include "raster/land_shelf.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "geo/blur.hpp"

namespace ebbflow::raster {
namespace {

constexpr int kMostAcross = 1024;  ///< texels along the longer side
constexpr double kReachKm = 115;   ///< standard deviation of the blur; found by looking
constexpr double kMarginKm = 360;  ///< around the land; beyond it next to nothing is left
constexpr double kFinestKm = 8;    ///< of a texel: finer ones would only be blurred away

core::MapBox boundsOf(const geo::AreaLayer& layer) {
    if (layer.areas.empty()) return {-1, -1, 1, 1};
    core::MapBox box = layer.areas.front().bounds;
    for (const geo::Area& area : layer.areas) {
        box = {std::min(box.minX, area.bounds.minX), std::min(box.minY, area.bounds.minY),
               std::max(box.maxX, area.bounds.maxX), std::max(box.maxY, area.bounds.maxY)};
    }
    return box;
}

core::MapBox intersected(const core::MapBox& a, const core::MapBox& b) {
    return {std::max(a.minX, b.minX), std::max(a.minY, b.minY), std::min(a.maxX, b.maxX),
            std::min(a.maxY, b.maxY)};
}

/// Where the shelf is wanted: around the land, as far as the film looks.
core::MapBox wantedBox(const geo::World& world) {
    const core::MapBox land = boundsOf(world.land);
    const core::MapBox seen = world.focus ? intersected(land, *world.focus) : land;
    const core::MapBox& box = seen.width() > 0 && seen.height() > 0 ? seen : land;
    return {box.minX - kMarginKm, box.minY - kMarginKm, box.maxX + kMarginKm, box.maxY + kMarginKm};
}

/// A grid of texels over part of the map plane.
struct Grid {
    core::MapBox box;
    double kmPerTexel;
    int width, height;
    std::vector<float> values;

    explicit Grid(const core::MapBox& wanted)
        : box(wanted),
          kmPerTexel(std::max(std::max(box.width(), box.height()) / kMostAcross, kFinestKm)),
          width(std::max(1, static_cast<int>(box.width() / kmPerTexel))),
          height(std::max(1, static_cast<int>(box.height() / kmPerTexel))),
          values(static_cast<std::size_t>(width) * static_cast<std::size_t>(height)) {}

    /// In texels from the lower left corner; .5 is a texel's centre.
    [[nodiscard]] glm::dvec2 texelOf(glm::vec2 km) const {
        return {(km.x - box.minX) / box.width() * width, (km.y - box.minY) / box.height() * height};
    }

    /// The texels of a row whose centres lie between two places.
    void fillRow(int y, double from, double to) {
        const int first = std::max(0, static_cast<int>(std::ceil(from - 0.5)));
        const int last = std::min(width - 1, static_cast<int>(std::floor(to - 0.5)));
        float* row = values.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
        for (int x = first; x <= last; ++x) row[x] = 1;
    }

    void fill(const std::array<glm::dvec2, 3>& corners);
};

/// Texels whose centres lie inside.
void Grid::fill(const std::array<glm::dvec2, 3>& corners) {
    const auto [low, high] = std::minmax({corners[0].y, corners[1].y, corners[2].y});
    const int bottom = std::max(0, static_cast<int>(std::ceil(low - 0.5)));
    const int top = std::min(height - 1, static_cast<int>(std::floor(high - 0.5)));
    for (int y = bottom; y <= top; ++y) {
        const double at = y + 0.5;
        double from = width, to = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            const glm::dvec2 &a = corners[i], &b = corners[(i + 1) % 3];
            if (std::min(a.y, b.y) > at || std::max(a.y, b.y) < at || a.y == b.y) continue;
            const double x = a.x + (b.x - a.x) * (at - a.y) / (b.y - a.y);
            from = std::min(from, x);
            to = std::max(to, x);
        }
        fillRow(y, from, to);
    }
}

void fillLand(const geo::AreaLayer& land, Grid& grid) {
    std::vector<glm::dvec2> texels;
    texels.reserve(land.vertices.size());
    for (const glm::vec2& km : land.vertices) texels.push_back(grid.texelOf(km));
    for (std::size_t i = 0; i + 2 < land.indices.size(); i += 3) {
        grid.fill(
            {texels[land.indices[i]], texels[land.indices[i + 1]], texels[land.indices[i + 2]]});
    }
}

}  // namespace

LandShelf landShelf(const geo::World& world) {
    Grid grid(wantedBox(world));
    fillLand(world.land, grid);
    geo::gaussianBlur(grid.values, grid.width, grid.height, kReachKm / grid.kmPerTexel);
    const core::MapBox& box = grid.box;
    LandShelf shelf{
        grid.width, grid.height, {}, {box.minX, box.minY, 1 / box.width(), 1 / box.height()}};
    shelf.nearness.reserve(grid.values.size());
    for (const float value : grid.values)
        shelf.nearness.push_back(static_cast<std::int32_t>(std::lround(value * 255.0F)));
    return shelf;
}

}  // namespace ebbflow::raster
