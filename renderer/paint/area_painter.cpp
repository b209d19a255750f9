#include "paint/area_painter.hpp"

#include <epoxy/gl.h>

#include <numeric>

#include <glm/vec4.hpp>

#include "paint/visible.hpp"

namespace ebbflow::paint {

AreaPainter::AreaPainter(const geo::AreaLayer& layer, const char* label)
    : all_(layer.areas.size()),
      vertices_(gl::Buffer::of(std::span(layer.vertices), label)),
      indices_(gl::Buffer::of(std::span(layer.indices), label)),
      array_(gl::VertexArray::make(label)) {
    std::iota(all_.begin(), all_.end(), 0U);
    for (const geo::Area& area : layer.areas) {
        ranges_.push_back({area.firstIndex, area.indexCount, area.bounds});
    }
    glVertexArrayVertexBuffer(array_.name(), 0, vertices_.name(), 0, sizeof(glm::vec2));
    glVertexArrayElementBuffer(array_.name(), indices_.name());
    glEnableVertexArrayAttrib(array_.name(), 0);
    glVertexArrayAttribFormat(array_.name(), 0, 2, GL_FLOAT, GL_FALSE, 0);
    glVertexArrayAttribBinding(array_.name(), 0, 0);
}

void AreaPainter::fill(const Programs& programs, std::span<const std::uint32_t> areas,
                       const core::Colour& colour, float reliefShare,
                       const core::MapBox& visible) const {
    std::vector<GLsizei> counts;
    std::vector<const void*> firsts;
    for (const std::uint32_t index : areas) {
        const Range& range = ranges_.at(index);
        if (range.indexCount == 0 || !touches(range.bounds, visible)) continue;
        counts.push_back(static_cast<GLsizei>(range.indexCount));
        firsts.push_back(reinterpret_cast<const void*>(std::uintptr_t{range.firstIndex} * 4));
    }
    if (counts.empty()) return;
    const gl::Program& program = programs[Pass::area];
    program.use();
    program.set("colour", glm::vec4(colour.r, colour.g, colour.b, colour.a));
    glEnable(GL_BLEND);
    // Alpha of the target keeps the share of the relief.
    glBlendColor(0, 0, 0, reliefShare);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_CONSTANT_ALPHA,
                        GL_ONE_MINUS_SRC_ALPHA);
    glBindVertexArray(array_.name());
    glMultiDrawElements(GL_TRIANGLES, counts.data(), GL_UNSIGNED_INT, firsts.data(),
                        static_cast<GLsizei>(counts.size()));
}

void AreaPainter::fillAll(const Programs& programs, const core::Colour& colour, float reliefShare,
                          const core::MapBox& visible) const {
    fill(programs, all_, colour, reliefShare, visible);
}

}  // namespace ebbflow::paint
