#pragma once
// The lines of a layer at a level of detail: points with their way along the line, in pieces that
// are drawn or left out. Arithmetic only.

#include <cstdint>
#include <vector>

#include <glm/vec4.hpp>

#include "geo/world.hpp"

namespace ebbflow::raster {

/// Long strips are drawn, or left out, in pieces of so many segments.
inline constexpr std::int32_t kPieceSegments = 64;

/// Some segments of a strip that follow one another.
struct LinePiece {
    std::int32_t firstPoint = 0;  ///< the point before its first segment
    std::int32_t segments = 0;
    core::MapBox bounds;
};

struct LineLevel {
    /// x, y, km along the line, and the line's number as bits. A strip's points lie between two
    /// guards: the neighbours round a closed strip, or marked as none by a negative length.
    std::vector<glm::vec4> points;
    std::vector<float> lengths;                 ///< km, of each line
    std::vector<std::vector<LinePiece>> lines;  ///< pieces of each line
};

/// `detail`: as detailLevel() has it.
[[nodiscard]] LineLevel lineLevel(const geo::LineLayer& layer, int detail);

}  // namespace ebbflow::raster
