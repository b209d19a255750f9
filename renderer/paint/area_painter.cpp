#include "paint/area_painter.hpp"

#include <epoxy/gl.h>

#include <numeric>

#include <glm/vec4.hpp>

#include "picture/palette.hpp"

namespace ebbflow::paint {
namespace {

/// The fragment's alpha is the share of the relief, so opacity comes as the blend's constant. What
/// is opaque need not read what is below.
void blendFor(float opacity) {
    if (opacity >= 1) {
        glDisable(GL_BLEND);
        return;
    }
    glEnable(GL_BLEND);
    glBlendColor(0, 0, 0, opacity);
    glBlendFunc(GL_CONSTANT_ALPHA, GL_ONE_MINUS_CONSTANT_ALPHA);
}

}  // namespace

AreaPainter::AreaPainter(const geo::AreaLayer& layer, const char* label)
    : layer_(layer),
      label_(label),
      all_(layer.areas.size()),
      vertices_(gl::Buffer::of(std::span(layer.vertices), label)) {
    std::iota(all_.begin(), all_.end(), 0U);
}

const AreaPainter::Level& AreaPainter::levelFor(int detail) {
    const auto [found, fresh] = levels_.try_emplace(detail);
    Level& level = found->second;
    if (!fresh) return level;
    raster::SimplifiedAreas shapes = raster::clusterAreas(layer_, raster::cellOfLevel(detail));
    level.areas = std::move(shapes.patches);
    level.indices = gl::Buffer::of(std::span<const std::uint32_t>(shapes.indices), label_);
    level.array = gl::VertexArray::make(label_);
    const GLuint array = level.array.name();
    glVertexArrayVertexBuffer(array, 0, vertices_.name(), 0, sizeof(glm::vec2));
    glVertexArrayElementBuffer(array, level.indices.name());
    glEnableVertexArrayAttrib(array, 0);
    glVertexArrayAttribFormat(array, 0, 2, GL_FLOAT, GL_FALSE, 0);
    glVertexArrayAttribBinding(array, 0, 0);
    return level;
}

void AreaPainter::fill(const Programs& programs, std::span<const std::uint32_t> areas,
                       const core::Colour& colour, float reliefShare, const raster::Seen& seen) {
    const Level& level = levelFor(seen.detail);
    std::vector<GLsizei> counts;
    std::vector<const void*> firsts;
    for (const std::uint32_t index : areas) {
        if (!raster::touches(layer_.areas.at(index).bounds, seen.box)) continue;
        for (const raster::Patch& patch : level.areas[index]) {
            if (!raster::touches(patch.bounds, seen.box)) continue;
            counts.push_back(static_cast<GLsizei>(patch.range.count));
            firsts.push_back(reinterpret_cast<const void*>(std::uintptr_t{patch.range.first} * 4));
        }
    }
    if (counts.empty()) return;
    const gl::Program& program = programs[Pass::area];
    program.use();
    program.set("colour", glm::vec4(picture::palette::flatMap(colour), reliefShare));
    blendFor(colour.a);
    glBindVertexArray(level.array.name());
    glMultiDrawElements(GL_TRIANGLES, counts.data(), GL_UNSIGNED_INT, firsts.data(),
                        static_cast<GLsizei>(counts.size()));
}

void AreaPainter::fillAll(const Programs& programs, const core::Colour& colour, float reliefShare,
                          const raster::Seen& seen) {
    fill(programs, all_, colour, reliefShare, seen);
}

}  // namespace ebbflow::paint
