#pragma once
// The furniture over the picture: words, boxes, strips, polylines, in their order, in display
// space.

#include <variant>
#include <vector>

#include "frame/description.hpp"
#include "gl/objects.hpp"
#include "paint/fullscreen.hpp"
#include "paint/outline.hpp"
#include "paint/programs.hpp"
#include "paint/sprite_painter.hpp"
#include "paint/text_cache.hpp"

namespace ebbflow::paint {

class OverlayPainter {
public:
    OverlayPainter(std::shared_ptr<const text::Typesetter> typesetter,
                   const Fullscreen& fullscreen);
    /// Paints over the bound framebuffer, premultiplied.
    void paint(const Programs& programs, const std::vector<frame::OverlayItem>& items, int width,
               int height);

private:
    /// Neighbours of one kind in the order of the items, drawn in one call.
    struct Run {
        enum class Kind { sprites, mesh, text } kind = Kind::sprites;
        std::size_t first = 0;
        std::size_t count = 0;
    };
    void collect(const std::vector<frame::OverlayItem>& items, float scale);
    void extendRun(Run::Kind kind, std::size_t first, std::size_t end);
    void drawMesh(const Programs& programs, const Run& run, glm::vec2 size) const;
    void drawText(const Programs& programs, const frame::TextItem& item, glm::vec2 size);

    const Fullscreen& fullscreen_;
    TextCache words_;
    SpritePainter sprites_;
    gl::Buffer meshBuffer_;
    gl::VertexArray meshArray_;
    std::vector<Run> runs_;
    std::vector<Sprite> boxes_;
    std::vector<MeshVertex> mesh_;
    std::vector<const frame::TextItem*> texts_;
};

}  // namespace ebbflow::paint
