#pragma once
// Leaves out detail smaller than a cell of the map plane, so that a wide view does not draw a
// million triangles of less than a pixel. Neighbours stay joined: what is merged is decided by
// position alone, for all areas of a layer together. Arithmetic only.

#include <cstdint>
#include <span>
#include <vector>

#include <glm/vec2.hpp>

#include "geo/world.hpp"

namespace ebbflow::raster {

struct IndexRange {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

/// Triangles that lie near one another.
struct Patch {
    IndexRange range;
    core::MapBox bounds;
};

struct SimplifiedAreas {
    std::vector<std::uint32_t> indices;       ///< into the layer's own vertices
    std::vector<std::vector<Patch>> patches;  ///< of each area of the layer
};

/// Vertex clustering (Rossignac & Borrel 1993): all vertices of one cell become one of them;
/// triangles that collapse are left out. No vertex moves farther than a cell's diagonal. A cell of
/// 0 keeps everything.
[[nodiscard]] SimplifiedAreas clusterAreas(const geo::AreaLayer& layer, double cellKm);

/// Which points of a strip to keep: the first, the last, and those farther than `cellKm` from the
/// one kept before. Fewer than two when the whole strip is smaller than a cell.
[[nodiscard]] std::vector<std::uint32_t> keptPoints(std::span<const glm::vec2> strip,
                                                    double cellKm);

/// Level of detail for a scale: −1 = everything; else cells of cellOfLevel() km are under half a
/// pixel.
[[nodiscard]] int detailLevel(double realPixelsPerKm);
/// 0 for level −1.
[[nodiscard]] double cellOfLevel(int level);

}  // namespace ebbflow::raster
