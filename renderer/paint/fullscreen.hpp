#pragma once
// Draws one triangle over the whole bound framebuffer. It sets no state but the vertex array.

#include "gl/objects.hpp"

namespace ebbflow::paint {

class Fullscreen {
public:
    Fullscreen();
    void draw() const;
    /// A strip or list made from vertex numbers alone.
    void drawVertices(std::uint32_t primitive, int first, int count) const;

private:
    gl::VertexArray array_;
};

}  // namespace ebbflow::paint
