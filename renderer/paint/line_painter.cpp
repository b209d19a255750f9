#include "paint/line_painter.hpp"

#include <epoxy/gl.h>

#include <algorithm>
#include <bit>

#include <glm/geometric.hpp>

#include "paint/simplify.hpp"

namespace ebbflow::paint {
namespace {

/// Long strips are drawn, or left out, in pieces of so many segments.
constexpr std::int32_t kPieceSegments = 64;

/// Two triangles per segment; corner bits: 1 = at its end, 2 = on its left.
std::vector<std::uint32_t> quadIndices(std::uint32_t quads) {
    std::vector<std::uint32_t> indices;
    indices.reserve(std::size_t{quads} * 6);
    for (std::uint32_t q = 0; q < quads; ++q) {
        for (const std::uint32_t corner : {0U, 1U, 2U, 2U, 1U, 3U})
            indices.push_back(q * 4 + corner);
    }
    return indices;
}

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

}  // namespace

LinePainter::LinePainter(const geo::LineLayer& layer, const char* label)
    : layer_(layer),
      label_(label),
      styles_(std::max<std::size_t>(layer.lines.size(), 1)),
      styleBuffer_(gl::Buffer::streaming(label)) {}

void LinePainter::appendPieces(std::span<const glm::vec4> strip, std::int32_t first,
                               std::vector<Piece>& out) {
    const auto segments = static_cast<std::int32_t>(strip.size()) - 3;
    for (std::int32_t from = 0; from < segments; from += kPieceSegments) {
        const std::int32_t count = std::min<std::int32_t>(kPieceSegments, segments - from);
        Piece piece{first + from, count, {}};
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

const LinePainter::Level& LinePainter::levelFor(int detail) {
    const auto [found, fresh] = levels_.try_emplace(detail);
    Level& level = found->second;
    if (!fresh) return level;
    std::vector<glm::vec4> points;
    std::vector<float> lengths;
    for (std::uint32_t index = 0; index < layer_.lines.size(); ++index) {
        const geo::Line& line = layer_.lines[index];
        level.lines.emplace_back();
        float along = 0;
        for (std::uint32_t s = 0; s < line.stripCount; ++s) {
            const geo::Strip& strip = layer_.strips.at(line.firstStrip + s);
            const auto shown = pointsOf(layer_, strip, detail);
            if (shown.size() < 2) continue;
            const auto first = static_cast<std::int32_t>(points.size());
            appendStrip(shown, strip.closed, index, along, points);
            appendPieces(std::span(points).subspan(static_cast<std::size_t>(first)), first,
                         level.lines.back());
        }
        lengths.push_back(along);
    }
    level.points = gl::Buffer::of(std::span<const glm::vec4>(points), label_);
    level.lengths = gl::Buffer::of(std::span<const float>(lengths), label_);
    const auto corners = quadIndices(kPieceSegments);
    level.corners = gl::Buffer::of(std::span<const std::uint32_t>(corners), label_);
    level.array = gl::VertexArray::make(label_);
    glVertexArrayElementBuffer(level.array.name(), level.corners.name());
    return level;
}

void LinePainter::draw(const Programs& programs, std::span<const StyledLine> lines,
                       const Seen& seen) {
    // A line hides more than an edge does: half the points of the areas will do.
    const Level& level = levelFor(seen.detail < 0 ? seen.detail : seen.detail + 1);
    std::vector<GLsizei> counts;
    std::vector<GLint> bases;
    for (const StyledLine& styled : lines) {
        const bool hidden = styled.style.colour.a <= 0 || styled.style.drawn <= 0;
        if (hidden || !touches(layer_.lines.at(styled.line).bounds, seen.box)) continue;
        styles_[styled.line] = styled.style;
        for (const Piece& piece : level.lines[styled.line]) {
            if (!touches(piece.bounds, seen.box)) continue;
            counts.push_back(piece.segments * 6);
            bases.push_back(piece.firstPoint * 4);
        }
    }
    if (counts.empty()) return;
    const std::vector<const void*> firsts(counts.size(), nullptr);
    styleBuffer_.replace(std::as_bytes(std::span(styles_)));
    programs[Pass::line].use();
    glBindBufferBase(GL_SHADER_STORAGE_BUFFER, 1, level.points.name());
    glBindBufferBase(GL_SHADER_STORAGE_BUFFER, 2, styleBuffer_.name());
    glBindBufferBase(GL_SHADER_STORAGE_BUFFER, 3, level.lengths.name());
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ZERO, GL_ONE_MINUS_SRC_ALPHA);
    glBindVertexArray(level.array.name());
    glMultiDrawElementsBaseVertex(GL_TRIANGLES, counts.data(), GL_UNSIGNED_INT, firsts.data(),
                                  static_cast<GLsizei>(counts.size()), bases.data());
}

void LinePainter::drawAll(const Programs& programs, const LineStyle& style, const Seen& seen) {
    std::vector<StyledLine> lines;
    for (std::uint32_t i = 0; i < layer_.lines.size(); ++i) lines.push_back({i, style});
    draw(programs, lines, seen);
}

}  // namespace ebbflow::paint
