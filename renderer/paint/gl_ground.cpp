#include "paint/gl_ground.hpp"

#include <epoxy/gl.h>

#include "gl/debug.hpp"
#include "raster/compose.hpp"
#include "raster/view_block.hpp"

namespace ebbflow::paint {

bool GlGround::draw(const picture::BaseMap& base, raster::GroundLight& ground) {
    const int width = ground.width(), height = ground.height();
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_FRAMEBUFFER_SRGB);
    const raster::ViewBlock view = raster::makeViewBlock(base.camera, width, height);
    viewBuffer_.replace(std::as_bytes(std::span(&view, 1)));
    glBindBufferBase(GL_UNIFORM_BUFFER, 0, viewBuffer_.name());
    const bool isNew = ground_.paint(programs_, base, width, height);
    if (!isNew && !lost_) return false;
    const gl::DebugGroup group("ground: read back");
    halves_.resize(std::size_t{4} * static_cast<std::size_t>(width) *
                   static_cast<std::size_t>(height));
    glPixelStorei(GL_PACK_ALIGNMENT, 4);
    glGetTextureImage(ground_.picture().name(), 0, GL_RGBA, GL_HALF_FLOAT,
                      static_cast<GLsizei>(std::span(halves_).size_bytes()), halves_.data());
    for (int y = 0; y < height; ++y)
        raster::takeGround(halves_.data() + std::ptrdiff_t{4} * y * width, y, ground);
    lost_ = false;
    return true;
}

}  // namespace ebbflow::paint
