#include "paint/overlay_painter.hpp"

#include <epoxy/gl.h>

#include <cmath>
#include <cstddef>

#include <glm/common.hpp>

#include "gl/debug.hpp"

namespace ebbflow::paint {
namespace {

template <class... Cases>
struct Either : Cases... {
    using Cases::operator()...;
};

glm::vec4 rgba(const core::Colour& c, float opacity = 1) {
    return {c.r, c.g, c.b, c.a * opacity};
}

}  // namespace

OverlayPainter::OverlayPainter(std::shared_ptr<const text::Typesetter> typesetter,
                               const Fullscreen& fullscreen)
    : fullscreen_(fullscreen),
      words_(std::move(typesetter)),
      sprites_(fullscreen),
      meshBuffer_(gl::Buffer::streaming("overlay mesh")),
      meshArray_(gl::VertexArray::make("overlay mesh")) {
    const GLuint array = meshArray_.name();
    glVertexArrayVertexBuffer(array, 0, meshBuffer_.name(), 0, sizeof(MeshVertex));
    glVertexArrayAttribFormat(array, 0, 2, GL_FLOAT, GL_FALSE, offsetof(MeshVertex, at));
    glVertexArrayAttribFormat(array, 1, 2, GL_FLOAT, GL_FALSE, offsetof(MeshVertex, edge));
    glVertexArrayAttribFormat(array, 2, 4, GL_FLOAT, GL_FALSE, offsetof(MeshVertex, colour));
    for (const GLuint attribute : {0U, 1U, 2U}) {
        glEnableVertexArrayAttrib(array, attribute);
        glVertexArrayAttribBinding(array, attribute, 0);
    }
}

void OverlayPainter::extendRun(Run::Kind kind, std::size_t first, std::size_t end) {
    if (first == end) return;
    if (runs_.empty() || runs_.back().kind != kind) runs_.push_back({kind, first, 0});
    runs_.back().count += end - first;
}

void OverlayPainter::prepare(const std::vector<picture::OverlayItem>& items, TileSet& touched) {
    runs_.clear();
    boxes_.clear();
    mesh_.clear();
    texts_.clear();
    images_.clear();
    size_ = {touched.width(), touched.height()};
    const auto scale = static_cast<float>(size_.y / core::kReferenceHeight);
    const auto sort = Either{
        [&](const picture::BoxItem& box) {
            boxes_.push_back(boxSprite(box.box, box.radius, box.soft, rgba(box.colour)));
            touched.mark(boundsOf(boxes_.back(), size_.y));
            extendRun(Run::Kind::sprites, boxes_.size() - 1, boxes_.size());
        },
        [&](const picture::StripItem& strip) {
            const std::size_t first = mesh_.size();
            appendStrip(strip, scale, mesh_);
            markMesh(first, touched);
            extendRun(Run::Kind::mesh, first, mesh_.size());
        },
        [&](const picture::PolylineItem& line) {
            const std::size_t first = mesh_.size();
            appendPolyline(line, scale, mesh_);
            markMesh(first, touched);
            extendRun(Run::Kind::mesh, first, mesh_.size());
        },
        [&](const picture::TextItem& words) { addWords(words, touched); },
        [&](const picture::ImageItem& image) { addImage(image, touched); },
    };
    for (const picture::OverlayItem& item : items) std::visit(sort, item);
}

void OverlayPainter::addImage(const picture::ImageItem& item, TileSet& touched) {
    if (item.opacity <= 0 || !item.picture) return;
    const double scale = size_.y / core::kReferenceHeight;
    // On whole pixels its edges are sharp.
    const auto whole = [&](double at) { return static_cast<float>(std::round(at * scale)); };
    const float left = whole(item.box.x), top = whole(item.box.y);
    const float right = whole(item.box.x + item.box.width);
    const float bottom = whole(item.box.y + item.box.height);
    touched.mark(fromTop(left, top, right, bottom, size_.y));
    images_.push_back({&item, {left, top, right - left, bottom - top}});
    extendRun(Run::Kind::image, images_.size() - 1, images_.size());
}

void OverlayPainter::addWords(const picture::TextItem& item, TileSet& touched) {
    if (item.opacity <= 0) return;
    const double scale = size_.y / core::kReferenceHeight;
    const TextCache::Words& words = words_.find(item.paragraph, scale);
    if (!words.coverage) return;
    double left = item.at.x * scale + words.originX, top = item.at.y * scale + words.originY;
    if (!item.glides) {
        // Letters keep the sharpness they were rasterised with only on whole pixels.
        left = std::round(left);
        top = std::round(top);
    }
    const double right = left + words.coverage.width(), bottom = top + words.coverage.height();
    touched.mark(fromTop(static_cast<float>(left), static_cast<float>(top),
                         static_cast<float>(right), static_cast<float>(bottom), size_.y)
                     .grown(1));
    texts_.push_back({&item, &words, left, top});
    extendRun(Run::Kind::text, texts_.size() - 1, texts_.size());
}

void OverlayPainter::markMesh(std::size_t first, TileSet& touched) const {
    // Triangle by triangle: what is long and thin covers few tiles.
    for (std::size_t i = first; i + 2 < mesh_.size(); i += 3) {
        const glm::vec2 a = mesh_[i].at, b = mesh_[i + 1].at, c = mesh_[i + 2].at;
        const glm::vec2 least = glm::min(glm::min(a, b), c), most = glm::max(glm::max(a, b), c);
        touched.mark(fromTop(least.x, least.y, most.x, most.y, size_.y).grown(1));
    }
}

void OverlayPainter::paint(const Programs& programs) {
    const gl::DebugGroup group("overlay");
    sprites_.upload(boxes_);
    if (!mesh_.empty()) meshBuffer_.replace(std::as_bytes(std::span(mesh_)));
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    const glm::vec2 size(size_);
    for (const Run& run : runs_) {
        switch (run.kind) {
            case Run::Kind::sprites:
                sprites_.draw(programs, run.first, run.count, size_.x, size_.y);
                break;
            case Run::Kind::mesh:
                drawMesh(programs, run, size);
                break;
            case Run::Kind::text:
                for (std::size_t i = 0; i < run.count; ++i)
                    drawText(programs, texts_[run.first + i], size);
                break;
            case Run::Kind::image:
                for (std::size_t i = 0; i < run.count; ++i)
                    drawImage(programs, images_[run.first + i], size);
                break;
        }
    }
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

void OverlayPainter::drawText(const Programs& programs, const PlacedWords& placed,
                              glm::vec2 size) const {
    const gl::Texture& coverage = placed.words->coverage;
    const gl::Program& program = programs[Pass::text];
    program.use();
    program.set("words", 0);
    program.set("pictureSize", size);
    program.set("box", glm::vec4(placed.left, placed.top, coverage.width(), coverage.height()));
    program.set("colour", rgba(placed.item->colour, placed.item->opacity));
    program.set("halo", rgba(placed.item->halo, placed.item->opacity));
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
