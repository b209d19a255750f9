#include "paint/glow_painter.hpp"

#include <epoxy/gl.h>

#include "gl/debug.hpp"
#include "raster/look.hpp"

namespace ebbflow::paint {
GlowPainter::GlowPainter(const Fullscreen& fullscreen)
    : fullscreen_(fullscreen), sprites_(fullscreen), tiles_(fullscreen) {}

void GlowPainter::resize(int width, int height) {
    if (first_ && first_.width() == width && first_.height() == height) return;
    first_ = gl::Texture::image(GL_RGBA16F, width, height, "bloom");
    second_ = gl::Texture::image(GL_RGBA16F, width, height, "bloom, in between");
    firstTarget_ = gl::Framebuffer::of({&first_}, "bloom");
    secondTarget_ = gl::Framebuffer::of({&second_}, "bloom, in between");
}

void GlowPainter::paint(const Programs& programs, const gl::Texture& lights,
                        const std::vector<raster::Sprite>& glows, const raster::TileSet& shining) {
    const gl::DebugGroup group("bloom");
    resize((lights.width() + raster::kSmaller - 1) / raster::kSmaller,
           (lights.height() + raster::kSmaller - 1) / raster::kSmaller);
    glDisable(GL_BLEND);
    glClearColor(0, 0, 0, 0);
    for (const gl::Framebuffer* target : {&secondTarget_, &firstTarget_}) {
        target->bind();
        glClear(GL_COLOR_BUFFER_BIT);
    }
    const std::vector<glm::ivec4> tiles = smaller(shining.rectangles(), raster::kSmaller);
    shrink(programs, lights, tiles);
    blur(programs, tiles);
    if (glows.empty()) return;
    sprites_.upload(glows);
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE);
    sprites_.draw(programs, 0, glows.size(), first_.width(), first_.height());
}

void GlowPainter::shrink(const Programs& programs, const gl::Texture& lights,
                         std::span<const glm::ivec4> tiles) {
    const gl::Program& program = programs[Pass::quarter];
    program.use();
    program.set("source", 0);
    program.set("texel", 1.0F / glm::vec2(lights.width(), lights.height()));
    program.set("smallSize", glm::vec2(first_.width(), first_.height()));
    lights.bind(0);
    tiles_.draw(program, tiles, first_.width(), first_.height());
}

void GlowPainter::blur(const Programs& programs, std::span<const glm::ivec4> tiles) {
    const gl::Program& program = programs[Pass::blurTiles];
    program.use();
    program.set("source", 0);
    // The reach follows the picture's height, so that every size shows the same bloom.
    const int width = first_.width(), height = first_.height();
    const float stride = static_cast<float>(height) / 270.0F;
    program.set("stride", glm::vec2(stride / static_cast<float>(width), 0));
    secondTarget_.bind();
    first_.bind(0);
    tiles_.draw(program, tiles, width, height);
    program.set("stride", glm::vec2(0, stride / static_cast<float>(height)));
    firstTarget_.bind();
    second_.bind(0);
    tiles_.draw(program, tiles, width, height);
}

}  // namespace ebbflow::paint
