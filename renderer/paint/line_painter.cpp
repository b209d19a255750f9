#include "paint/line_painter.hpp"

#include <epoxy/gl.h>

#include <algorithm>
#include <bit>

#include <glm/geometric.hpp>

#include "paint/visible.hpp"

namespace ebbflow::paint {
namespace {

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
void appendStrip(const geo::LineLayer& layer, const geo::Strip& strip, std::uint32_t line,
                 float& along, std::vector<glm::vec4>& out) {
    const auto points = std::span(layer.points).subspan(strip.firstPoint, strip.pointCount);
    const float mark = std::bit_cast<float>(line);
    const bool closes = strip.closed && points.size() > 2;
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

}  // namespace

LinePainter::LinePainter(const geo::LineLayer& layer, const char* label)
    : styles_(std::max<std::size_t>(layer.lines.size(), 1)),
      styleBuffer_(gl::Buffer::streaming(label)),
      array_(gl::VertexArray::make(label)) {
    upload(layer, label);
    glVertexArrayElementBuffer(array_.name(), corners_.name());
}

void LinePainter::upload(const geo::LineLayer& layer, const char* label) {
    std::vector<glm::vec4> points;
    std::vector<float> lengths;
    std::int32_t longest = 0;
    for (std::uint32_t index = 0; index < layer.lines.size(); ++index) {
        const geo::Line& line = layer.lines[index];
        lines_.push_back({static_cast<std::uint32_t>(strips_.size()), 0, line.bounds});
        float along = 0;
        for (std::uint32_t s = 0; s < line.stripCount; ++s) {
            const geo::Strip& strip = layer.strips.at(line.firstStrip + s);
            if (strip.pointCount < 2) continue;
            const auto first = static_cast<std::int32_t>(points.size());
            appendStrip(layer, strip, index, along, points);
            const auto segments = static_cast<std::int32_t>(points.size()) - first - 3;
            strips_.push_back({first, segments});
            longest = std::max(longest, segments);
            ++lines_.back().stripCount;
        }
        lengths.push_back(along);
    }
    points_ = gl::Buffer::of(std::span<const glm::vec4>(points), label);
    lengths_ = gl::Buffer::of(std::span<const float>(lengths), label);
    const auto corners = quadIndices(static_cast<std::uint32_t>(longest));
    corners_ = gl::Buffer::of(std::span<const std::uint32_t>(corners), label);
}

void LinePainter::draw(const Programs& programs, std::span<const StyledLine> lines,
                       const core::MapBox& visible) {
    std::vector<GLsizei> counts;
    std::vector<GLint> bases;
    for (const StyledLine& styled : lines) {
        const Range& range = lines_.at(styled.line);
        if (styled.style.colour.a <= 0 || styled.style.drawn <= 0 ||
            !touches(range.bounds, visible))
            continue;
        styles_[styled.line] = styled.style;
        for (std::uint32_t s = 0; s < range.stripCount; ++s) {
            const StripRange& strip = strips_[range.firstStrip + s];
            counts.push_back(strip.segments * 6);
            bases.push_back(strip.firstPoint * 4);
        }
    }
    if (counts.empty()) return;
    const std::vector<const void*> firsts(counts.size(), nullptr);
    styleBuffer_.replace(std::as_bytes(std::span(styles_)));
    programs[Pass::line].use();
    glBindBufferBase(GL_SHADER_STORAGE_BUFFER, 1, points_.name());
    glBindBufferBase(GL_SHADER_STORAGE_BUFFER, 2, styleBuffer_.name());
    glBindBufferBase(GL_SHADER_STORAGE_BUFFER, 3, lengths_.name());
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ZERO, GL_ONE_MINUS_SRC_ALPHA);
    glBindVertexArray(array_.name());
    glMultiDrawElementsBaseVertex(GL_TRIANGLES, counts.data(), GL_UNSIGNED_INT, firsts.data(),
                                  static_cast<GLsizei>(counts.size()), bases.data());
}

void LinePainter::drawAll(const Programs& programs, const LineStyle& style,
                          const core::MapBox& visible) {
    std::vector<StyledLine> lines;
    for (std::uint32_t i = 0; i < lines_.size(); ++i) lines.push_back({i, style});
    draw(programs, lines, visible);
}

}  // namespace ebbflow::paint
