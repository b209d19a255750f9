#include "paint/line_painter.hpp"

#include <epoxy/gl.h>

#include <algorithm>

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

}  // namespace

LinePainter::LinePainter(const geo::LineLayer& layer, const char* label)
    : layer_(layer),
      label_(label),
      styles_(std::max<std::size_t>(layer.lines.size(), 1)),
      styleBuffer_(gl::Buffer::streaming(label)) {}

const LinePainter::Level& LinePainter::levelFor(int detail) {
    const auto [found, fresh] = levels_.try_emplace(detail);
    Level& level = found->second;
    if (!fresh) return level;
    raster::LineLevel made = raster::lineLevel(layer_, detail);
    level.lines = std::move(made.lines);
    level.points = gl::Buffer::of(std::span<const glm::vec4>(made.points), label_);
    level.lengths = gl::Buffer::of(std::span<const float>(made.lengths), label_);
    const auto corners = quadIndices(raster::kPieceSegments);
    level.corners = gl::Buffer::of(std::span<const std::uint32_t>(corners), label_);
    level.array = gl::VertexArray::make(label_);
    glVertexArrayElementBuffer(level.array.name(), level.corners.name());
    return level;
}

void LinePainter::draw(const Programs& programs, std::span<const raster::StyledLine> lines,
                       const raster::Seen& seen) {
    // A line hides more than an edge does: half the points of the areas will do.
    const Level& level = levelFor(seen.detail < 0 ? seen.detail : seen.detail + 1);
    std::vector<GLsizei> counts;
    std::vector<GLint> bases;
    for (const raster::StyledLine& styled : lines) {
        const bool hidden = styled.style.colour.a <= 0 || styled.style.drawn <= 0;
        if (hidden || !raster::touches(layer_.lines.at(styled.line).bounds, seen.box)) continue;
        styles_[styled.line] = styled.style;
        for (const raster::LinePiece& piece : level.lines[styled.line]) {
            if (!raster::touches(piece.bounds, seen.box)) continue;
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

}  // namespace ebbflow::paint
