#include "paint/exposure.hpp"

#include <epoxy/gl.h>

#include "gl/debug.hpp"

namespace ebbflow::paint {

void Exposure::begin(int width, int height) {
    if (!light_ || light_.width() != width || light_.height() != height) {
        light_ = gl::Texture::image(GL_RGBA32F, width, height, "exposure");
        target_ = gl::Framebuffer::of({&light_}, "exposure");
    }
    target_.bind();
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT);
}

void Exposure::add(const Programs& programs, const gl::Texture& picture, int across, float share) {
    const gl::DebugGroup group("expose");
    const gl::Program& program = programs[Pass::expose];
    program.use();
    program.set("picture", 0);
    program.set("across", across);
    program.set("share", share);
    target_.bind();
    picture.bind(0);
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE);
    fullscreen_.draw();
}

void Exposure::develop(const Programs& programs, float levels) const {
    const gl::Program& program = programs[Pass::develop];
    program.use();
    program.set("light", 0);
    program.set("levels", levels);
    light_.bind(0);
    glDisable(GL_BLEND);
    fullscreen_.draw();
}

}  // namespace ebbflow::paint
