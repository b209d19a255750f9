#include "raster/line_level.hpp"

#include <algorithm>
#include <bit>
#include <span>

#include <glm/geometric.hpp>

#include "raster/simplify.hpp"

namespace ebbflow::raster {
namespace {

/// Points of one strip between two guards: the neighbours round a closed strip, or marked as none.
void appendStrip(std::span<const glm::vec2> points, bool closed, std::uint32_t line, float& along,
                 std::vector<glm::vec4>& out) {
    const float mark = std::bit_cast<float>(line);
    const bool closes = closed && points.size() > 2;
    const bool repeated = closes && points.front() == points.back();
    const glm::vec2 before = points[points.size() - (repeated ? 2 : 1)];
    out.emplace_back(before, closes ? 0.0F : -1.0F, mark);
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (i > 0) along += glm::distance(points[i - 1], points[i]);
        out.emplace_back(points[i], along, mark);
    }
    if (closes && !repeated) {
        along += glm::distance(points.back(), points.front());
        out.emplace_back(points.front(), along, mark);
    }
    out.emplace_back(points[1], closes ? 0.0F : -1.0F, mark);
}

std::vector<glm::vec2> pointsOf(const geo::LineLayer& layer, const geo::Strip& strip, int detail) {
    const auto all = std::span(layer.points).subspan(strip.firstPoint, strip.pointCount);
    if (detail < 0) return {all.begin(), all.end()};
    std::vector<glm::vec2> kept;
    for (const std::uint32_t i : keptPoints(all, cellOfLevel(detail))) kept.push_back(all[i]);
    return kept;
}

void appendPieces(std::span<const glm::vec4> strip, std::int32_t first,
                  std::vector<LinePiece>& out) {
    const auto segments = static_cast<std::int32_t>(strip.size()) - 3;
    for (std::int32_t from = 0; from < segments; from += kPieceSegments) {
        const std::int32_t count = std::min<std::int32_t>(kPieceSegments, segments - from);
        LinePiece piece{first + from, count, {}};
        const auto own =
            strip.subspan(static_cast<std::size_t>(from) + 1, static_cast<std::size_t>(count) + 1);
        piece.bounds = {own[0].x, own[0].y, own[0].x, own[0].y};
        for (const glm::vec4& point : own) {
            piece.bounds = {std::min<double>(piece.bounds.minX, point.x),
                            std::min<double>(piece.bounds.minY, point.y),
                            std::max<double>(piece.bounds.maxX, point.x),
                            std::max<double>(piece.bounds.maxY, point.y)};
        }
        out.push_back(piece);
    }
}

}  // namespace

LineLevel lineLevel(const geo::LineLayer& layer, int detail) {
    LineLevel level;
    std::vector<glm::vec4>& points = level.points;
    std::vector<float>& lengths = level.lengths;
    for (std::uint32_t index = 0; index < layer.lines.size(); ++index) {
        const geo::Line& line = layer.lines[index];
        level.lines.emplace_back();
        float along = 0;
        for (std::uint32_t s = 0; s < line.stripCount; ++s) {
            const geo::Strip& strip = layer.strips.at(line.firstStrip + s);
            const auto shown = pointsOf(layer, strip, detail);
            if (shown.size() < 2) continue;
            const auto first = static_cast<std::int32_t>(points.size());
            appendStrip(shown, strip.closed, index, along, points);
            appendPieces(std::span(points).subspan(static_cast<std::size_t>(first)), first,
                         level.lines.back());
        }
        lengths.push_back(along);
    }
    return level;
}

}  // namespace ebbflow::raster
