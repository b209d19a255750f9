#include "paint/composite_painter.hpp"

#include <epoxy/gl.h>

#include "gl/debug.hpp"

namespace ebbflow::paint {
namespace {

constexpr int kTile = 64;  // real pixels, as in shaders/composite.vert.glsl
constexpr float kBloom = 0.42F;

}  // namespace

CompositePainter::CompositePainter(const Fullscreen& fullscreen) : fullscreen_(fullscreen) {}

void CompositePainter::resize(const gl::Texture& picture) {
    if (kept_ && kept_.width() == picture.width() && kept_.height() == picture.height()) return;
    keptBrightness_.reset();
    kept_ = gl::Texture::image(GL_RGBA8, picture.width(), picture.height(), "encoded ground");
    keptTarget_ = gl::Framebuffer::of({&kept_}, "encoded ground");
    mask_ = gl::Texture::image(GL_R8, (picture.width() + kTile - 1) / kTile,
                               (picture.height() + kTile - 1) / kTile, "lit tiles");
    maskTarget_ = gl::Framebuffer::of({&mask_}, "lit tiles");
}

void CompositePainter::paint(const Programs& programs, const Sources& sources,
                             const gl::Texture& picture, const gl::Framebuffer& target) {
    const gl::DebugGroup group("composite");
    resize(picture);
    glDisable(GL_BLEND);
    if (sources.groundIsNew) {
        // On the move: keeping this ground would cost more than it saves.
        forget();
        target.bind();
        drawTiles(programs, sources, true, 1);
        return;
    }
    if (keptBrightness_ != sources.groundBrightness) {
        keptTarget_.bind();
        drawTiles(programs, sources, true, 0);
        keptBrightness_ = sources.groundBrightness;
    }
    findLitTiles(programs, sources.bloom);
    glCopyImageSubData(kept_.name(), GL_TEXTURE_2D, 0, 0, 0, 0, picture.name(), GL_TEXTURE_2D, 0, 0,
                       0, 0, picture.width(), picture.height(), 1);
    target.bind();
    drawTiles(programs, sources, false, 1);
}

void CompositePainter::findLitTiles(const Programs& programs, const gl::Texture& bloom) const {
    programs[Pass::tileMask].use();
    programs[Pass::tileMask].set("bloom", 0);
    bloom.bind(0);
    maskTarget_.bind();
    fullscreen_.draw();
}

void CompositePainter::drawTiles(const Programs& programs, const Sources& sources, bool every,
                                 float lightShare) const {
    const gl::Program& program = programs[Pass::composite];
    program.use();
    program.set("ground", 0);
    program.set("lights", 1);
    program.set("bloom", 2);
    program.set("tileMask", 3);
    program.set("everyTile", every ? 1 : 0);
    program.set("pictureSize", glm::vec2(kept_.width(), kept_.height()));
    program.set("brightness", sources.groundBrightness);
    program.set("bloomStrength", kBloom);
    program.set("lightShare", lightShare);
    program.set("ditherAmount", 1.0F);
    sources.ground.bind(0);
    sources.lights.bind(1);
    sources.bloom.bind(2);
    mask_.bind(3);
    fullscreen_.drawVertices(GL_TRIANGLES, 0, mask_.width() * mask_.height() * 6);
}

}  // namespace ebbflow::paint
