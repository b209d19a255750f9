#include "paint/tile_painter.hpp"

#include <epoxy/gl.h>

namespace ebbflow::paint {

std::vector<glm::ivec4> smaller(std::span<const glm::ivec4> rectangles, int divisor) {
    std::vector<glm::ivec4> result;
    result.reserve(rectangles.size());
    for (const glm::ivec4& r : rectangles) {
        result.emplace_back(r.x / divisor, r.y / divisor, (r.z + divisor - 1) / divisor,
                            (r.w + divisor - 1) / divisor);
    }
    return result;
}

TilePainter::TilePainter(const Fullscreen& fullscreen)
    : fullscreen_(fullscreen), rectangles_(gl::Buffer::streaming("tiles")) {}

void TilePainter::draw(const gl::Program& program, std::span<const glm::ivec4> rectangles,
                       int width, int height) {
    if (rectangles.empty()) return;
    rectangles_.replace(std::as_bytes(rectangles));
    glBindBufferBase(GL_SHADER_STORAGE_BUFFER, 3, rectangles_.name());
    program.set("targetSize", glm::vec2(width, height));
    fullscreen_.drawVertices(GL_TRIANGLES, 0, static_cast<int>(rectangles.size()) * 6);
}

}  // namespace ebbflow::paint
