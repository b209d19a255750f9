#include "paint/sprite_painter.hpp"

#include <epoxy/gl.h>

namespace ebbflow::paint {

SpritePainter::SpritePainter(const Fullscreen& fullscreen)
    : fullscreen_(fullscreen), sprites_(gl::Buffer::streaming("sprites")) {}

void SpritePainter::upload(const std::vector<raster::Sprite>& sprites) {
    if (!sprites.empty()) sprites_.replace(std::as_bytes(std::span(sprites)));
}

void SpritePainter::draw(const Programs& programs, std::size_t first, std::size_t count, int width,
                         int height) const {
    if (count == 0) return;
    const gl::Program& program = programs[Pass::sprite];
    program.use();
    program.set("pictureSize", glm::vec2(width, height));
    program.set("scale", static_cast<float>(height / core::kReferenceHeight));
    glBindBufferBase(GL_SHADER_STORAGE_BUFFER, 1, sprites_.name());
    fullscreen_.drawVertices(GL_TRIANGLES, static_cast<int>(first * 6),
                             static_cast<int>(count * 6));
}

}  // namespace ebbflow::paint
