#include "paint/overlay_painter.hpp"

#include <epoxy/gl.h>

#include <algorithm>
#include <cstddef>

#include "gl/debug.hpp"

namespace ebbflow::paint {

OverlayPainter::OverlayPainter(std::shared_ptr<const text::Typesetter> typesetter,
                               const Fullscreen& fullscreen)
    : fullscreen_(fullscreen),
      layout_(std::move(typesetter)),
      sprites_(fullscreen),
      meshBuffer_(gl::Buffer::streaming("overlay mesh")),
      meshArray_(gl::VertexArray::make("overlay mesh")) {
    const GLuint array = meshArray_.name();
    glVertexArrayVertexBuffer(array, 0, meshBuffer_.name(), 0, sizeof(raster::MeshVertex));
    glVertexArrayAttribFormat(array, 0, 2, GL_FLOAT, GL_FALSE, offsetof(raster::MeshVertex, at));
    glVertexArrayAttribFormat(array, 1, 2, GL_FLOAT, GL_FALSE, offsetof(raster::MeshVertex, edge));
    glVertexArrayAttribFormat(array, 2, 4, GL_FLOAT, GL_FALSE,
                              offsetof(raster::MeshVertex, colour));
    for (const GLuint attribute : {0U, 1U, 2U}) {
        glEnableVertexArrayAttrib(array, attribute);
        glVertexArrayAttribBinding(array, attribute, 0);
    }
}

void OverlayPainter::paint(const Programs& programs) {
    const gl::DebugGroup group("overlay");
    sprites_.upload(layout_.boxes());
    if (!layout_.mesh().empty()) meshBuffer_.replace(std::as_bytes(std::span(layout_.mesh())));
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    const glm::ivec2 whole = layout_.size();
    const glm::vec2 size(whole);
    glEnable(GL_SCISSOR_TEST);
    for (const Run& run : layout_.runs()) {
        glScissor(0, whole.y - run.rows.bottom, whole.x,
                  std::max(0, run.rows.bottom - run.rows.top));
        switch (run.kind) {
            case Run::Kind::sprites:
                sprites_.draw(programs, run.first, run.count, whole.x, whole.y);
                break;
            case Run::Kind::mesh:
                drawMesh(programs, run, size);
                break;
            case Run::Kind::text:
                for (std::size_t i = 0; i < run.count; ++i)
                    drawText(programs, layout_.texts()[run.first + i], size);
                break;
            case Run::Kind::image:
                for (std::size_t i = 0; i < run.count; ++i)
                    drawImage(programs, layout_.images()[run.first + i], size);
                break;
        }
    }
    glDisable(GL_SCISSOR_TEST);
    layout_.endFrame();
    words_.endFrame();
    pictures_.endFrame();
}

void OverlayPainter::drawMesh(const Programs& programs, const Run& run, glm::vec2 size) const {
    const gl::Program& program = programs[Pass::mesh];
    program.use();
    program.set("pictureSize", size);
    glBindVertexArray(meshArray_.name());
    glDrawArrays(GL_TRIANGLES, static_cast<GLint>(run.first), static_cast<GLsizei>(run.count));
}

void OverlayPainter::drawText(const Programs& programs, const PlacedWords& placed, glm::vec2 size) {
    const gl::Texture& coverage = words_.find(*placed.words);
    const gl::Program& program = programs[Pass::text];
    program.use();
    program.set("words", 0);
    program.set("pictureSize", size);
    program.set("box", glm::vec4(placed.left, placed.top, coverage.width(), coverage.height()));
    program.set("colour", raster::rgbaOf(placed.item->colour, placed.item->opacity));
    program.set("halo", raster::rgbaOf(placed.item->halo, placed.item->opacity));
    coverage.bind(0);
    fullscreen_.drawVertices(GL_TRIANGLE_STRIP, 0, 4);
}

void OverlayPainter::drawImage(const Programs& programs, const PlacedImage& placed,
                               glm::vec2 size) {
    const picture::ImageItem& item = *placed.item;
    const gl::Program& program = programs[Pass::image];
    program.use();
    program.set("picture", 0);
    program.set("pictureSize", size);
    program.set("box", placed.box);
    program.set("crop", glm::vec4(item.crop.x, item.crop.y, item.crop.width, item.crop.height));
    program.set("opacity", item.opacity);
    program.set("shade", item.shade);
    pictures_.find(item.picture).bind(0);
    fullscreen_.drawVertices(GL_TRIANGLE_STRIP, 0, 4);
}

}  // namespace ebbflow::paint
