#include "paint/glow_painter.hpp"

#include <epoxy/gl.h>

#include "gl/debug.hpp"

namespace ebbflow::paint {

GlowPainter::GlowPainter(const Fullscreen& fullscreen)
    : fullscreen_(fullscreen), sprites_(fullscreen) {}

void GlowPainter::resize(int width, int height) {
    if (first_ && first_.width() == width && first_.height() == height) return;
    first_ = gl::Texture::image(GL_RGBA16F, width, height, "bloom");
    second_ = gl::Texture::image(GL_RGBA16F, width, height, "bloom, in between");
    firstTarget_ = gl::Framebuffer::of({&first_}, "bloom");
    secondTarget_ = gl::Framebuffer::of({&second_}, "bloom, in between");
}

void GlowPainter::paint(const Programs& programs, const gl::Texture& lights,
                        const std::vector<Sprite>& glows) {
    const gl::DebugGroup group("bloom");
    resize((lights.width() + 3) / 4, (lights.height() + 3) / 4);
    glDisable(GL_BLEND);
    const gl::Program& quarter = programs[Pass::quarter];
    quarter.use();
    quarter.set("source", 0);
    quarter.set("texel", glm::vec2(1.0F / static_cast<float>(lights.width()),
                                   1.0F / static_cast<float>(lights.height())));
    lights.bind(0);
    firstTarget_.bind();
    fullscreen_.draw();
    blur(programs);
    if (glows.empty()) return;
    sprites_.upload(glows);
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE);
    sprites_.draw(programs, 0, glows.size(), first_.width(), first_.height());
}

void GlowPainter::blur(const Programs& programs) const {
    const gl::Program& program = programs[Pass::blur];
    program.use();
    program.set("source", 0);
    // The reach follows the picture's height, so that every size shows the same bloom.
    const float stride = static_cast<float>(first_.height()) / 270.0F;
    program.set("stride", glm::vec2(stride / static_cast<float>(first_.width()), 0));
    secondTarget_.bind();
    first_.bind(0);
    fullscreen_.draw();
    program.set("stride", glm::vec2(0, stride / static_cast<float>(first_.height())));
    firstTarget_.bind();
    second_.bind(0);
    fullscreen_.draw();
}

}  // namespace ebbflow::paint
