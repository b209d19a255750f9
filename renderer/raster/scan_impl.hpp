// The pixels of a triangle in a band, row by row, by as many rows as there are lanes: those whose
// middle lies inside. Triangles with an edge in common have no pixel in common and leave none out,
// since an edge is the same line for both. A source includes this after lanes_impl.hpp.

#if defined(EBBFLOW_RASTER_SCAN_IMPL_HPP) == defined(HWY_TARGET_TOGGLE)
#ifdef EBBFLOW_RASTER_SCAN_IMPL_HPP
#undef EBBFLOW_RASTER_SCAN_IMPL_HPP
#else
#define EBBFLOW_RASTER_SCAN_IMPL_HPP
#endif

#include <algorithm>
#include <utility>

#include "raster/band.hpp"
#include "raster/lanes_impl.hpp"
#include "raster/scan.hpp"

HWY_BEFORE_NAMESPACE();
namespace ebbflow::raster {
namespace HWY_NAMESPACE {
namespace {

/// Rows from `bottom` on, and of each the pixels from `first` to before `end`, which may be none.
struct RowSpans {
    int bottom = 0, count = 0;
    HWY_ALIGN std::int32_t first[kBandRows + 16] = {};
    HWY_ALIGN std::int32_t end[kBandRows + 16] = {};
};

/// A line that rows cross: `perRow` further right with each row, from `x` at height 0.
struct Line {
    float x = 0, y = 0, perRow = 0;
    bool level = true;  ///< it crosses none
};

HWY_INLINE Line lineThrough(glm::vec2 a, glm::vec2 b) {
    if (b.y < a.y || (b.y == a.y && b.x < a.x)) std::swap(a, b);
    if (!(b.y > a.y)) return {};
    return {a.x, a.y, (b.x - a.x) / (b.y - a.y), false};
}

HWY_INLINE hn::Vec<Ints> pixelsFrom(Real x, float width) {
    return hn::ConvertTo(kInts, clamp(hn::Ceil((x - 0.5F).v), 0.0F, width).v);
}

HWY_INLINE void scan(const Corners& corners, Band band, int width, RowSpans& out) {
    out.bottom = std::max(pixelFrom(lowestOf(corners), band.top), band.bottom);
    out.count = pixelFrom(highestOf(corners), band.top) - out.bottom;
    if (out.count <= 0) return;
    const bool leftTurns = twiceArea(corners) > 0;
    Line left[3], right[3];
    int lefts = 0, rights = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const glm::vec2 from = corners[i], to = corners[(i + 1) % 3];
        const Line line = lineThrough(from, to);
        if (line.level) continue;
        // Up its right side, if it turns left, and down its left.
        if ((to.y > from.y) == leftTurns)
            right[rights++] = line;
        else
            left[lefts++] = line;
    }
    const auto edge = static_cast<float>(width);
    for (int row = 0; row < out.count; row += lanes()) {
        const Real y = laneNumbers() + (static_cast<float>(out.bottom + row) + 0.5F);
        Real least = 0.0F, most = edge;
        for (int i = 0; i < lefts; ++i)
            least = max(least, (y - left[i].y) * left[i].perRow + left[i].x);
        for (int i = 0; i < rights; ++i)
            most = min(most, (y - right[i].y) * right[i].perRow + right[i].x);
        hn::StoreU(pixelsFrom(least, edge), kInts, out.first + row);
        hn::StoreU(pixelsFrom(most, edge), kInts, out.end + row);
    }
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace ebbflow::raster
HWY_AFTER_NAMESPACE();

#endif
