#include "paint/fullscreen.hpp"

#include <epoxy/gl.h>

namespace ebbflow::paint {

Fullscreen::Fullscreen() : array_(gl::VertexArray::make("no attributes")) {}

void Fullscreen::draw() const {
    drawVertices(GL_TRIANGLES, 0, 3);
}

void Fullscreen::drawVertices(std::uint32_t primitive, int first, int count) const {
    glBindVertexArray(array_.name());
    glDrawArrays(primitive, first, count);
}

}  // namespace ebbflow::paint
