#pragma once
// Small upright shapes in the picture: glows, rings, dots, squares, boxes, as numbers. Their edges
// are smooth by arithmetic, so they need no multisampling. It draws none.

#include <glm/vec4.hpp>

#include "core/colour.hpp"
#include "core/coordinates.hpp"
#include "raster/tile_set.hpp"

namespace ebbflow::raster {

/// As shaders/sprite.vert.glsl has it.
struct Sprite {
    glm::vec4 box{0};     ///< centre, half size: reference pixels, y down
    glm::vec4 colour{0};  ///< rgb in the target's own space, opacity
    glm::vec4 shape{0};   ///< kind, and three numbers
};

[[nodiscard]] Sprite glowSprite(core::PixelPoint at, float radius, const glm::vec4& colour);
[[nodiscard]] Sprite ringSprite(core::PixelPoint at, float radius, float width,
                                const glm::vec4& colour);
[[nodiscard]] Sprite dotSprite(core::PixelPoint at, float radius, const glm::vec4& colour);
/// `outline` 0…1 opacity of the frame; `filled` 0…1 from the bottom.
[[nodiscard]] Sprite squareSprite(core::PixelPoint at, float side, float outline, float filled,
                                  const glm::vec4& colour);
/// `soft`: reference pixels at its top over which it comes out of nothing; `fade`: within all its
/// edges.
[[nodiscard]] Sprite boxSprite(const core::PixelBox& box, float radius, float soft, float fade,
                               const glm::vec4& colour);
/// What a sprite covers, its smooth edges too, in a picture `height` real pixels high.
[[nodiscard]] PixelRect boundsOf(const Sprite& sprite, int height);

}  // namespace ebbflow::raster
