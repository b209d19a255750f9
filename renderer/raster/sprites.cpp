#include "raster/sprites.hpp"

namespace ebbflow::raster {
namespace {

enum Kind { glow, ring, dot, square, box };

Sprite around(core::PixelPoint at, float half, const glm::vec4& colour, Kind kind) {
    return {{at.x, at.y, half, half}, colour, {static_cast<float>(kind), 0, 0, 0}};
}

}  // namespace

Sprite glowSprite(core::PixelPoint at, float radius, const glm::vec4& colour) {
    return around(at, radius, colour, glow);
}

Sprite ringSprite(core::PixelPoint at, float radius, float width, const glm::vec4& colour) {
    Sprite sprite = around(at, radius + width, colour, ring);
    sprite.shape.y = width;
    return sprite;
}

Sprite dotSprite(core::PixelPoint at, float radius, const glm::vec4& colour) {
    return around(at, radius, colour, dot);
}

Sprite squareSprite(core::PixelPoint at, float side, float outline, float filled,
                    const glm::vec4& colour) {
    Sprite sprite = around(at, side / 2, colour, square);
    constexpr float kFrame = 1.3F;  // reference pixels
    sprite.shape = {static_cast<float>(square), kFrame, outline, filled};
    return sprite;
}

Sprite boxSprite(const core::PixelBox& area, float radius, float soft, float fade,
                 const glm::vec4& colour) {
    return {{area.x + area.width / 2, area.y + area.height / 2, area.width / 2, area.height / 2},
            colour,
            {static_cast<float>(box), radius, soft, fade}};
}

PixelRect boundsOf(const Sprite& sprite, int height) {
    const glm::vec4 box = sprite.box * static_cast<float>(height / core::kReferenceHeight);
    return fromTop(box.x - box.z, box.y - box.w, box.x + box.z, box.y + box.w, height).grown(2);
}

}  // namespace ebbflow::raster
