#include "raster/marks.hpp"

#include <optional>

#include "raster/look.hpp"

namespace ebbflow::raster {
namespace {

glm::vec4 asLight(const core::Colour& colour, float strength) {
    return {core::linear(colour), colour.a * strength};
}

glm::vec4 asShown(const core::Colour& colour, float opacity) {
    return {colour.r, colour.g, colour.b, colour.a * opacity};
}

core::PixelPoint moved(core::PixelPoint at, core::PixelPoint offset) {
    return {at.x + offset.x, at.y + offset.y};
}

/// A square that is done sends out light of its own, this many of its sides wide.
constexpr float kSquareGlow = 2.6F;

void addSquare(const picture::Square& square, core::PixelPoint at, Marks& marks) {
    at = moved(at, square.offset);
    marks.over.push_back(
        squareSprite(at, square.side, square.outline, square.filled, asShown(square.colour, 1)));
    if (square.glow <= 0) return;
    marks.glows.push_back(glowSprite(at, kSquareGlow * square.side,
                                     asLight(square.colour, 0.5F * kGlow * square.glow)));
}

}  // namespace

Marks makeMarks(const picture::MapPicture& picture, double aspect) {
    Marks marks;
    const auto place = [&](core::MapPoint at) {
        return picture::project(picture.base.camera, aspect, at);
    };
    for (const picture::Glow& glow : picture.glows) {
        if (const auto at = place(glow.at); at && glow.strength > 0) {
            marks.glows.push_back(
                glowSprite(*at, glow.radius, asLight(glow.colour, kGlow * glow.strength)));
        }
    }
    for (const picture::Ring& ring : picture.rings) {
        if (const auto at = place(ring.at); at && ring.strength > 0) {
            marks.rings.push_back(ringSprite(moved(*at, ring.offset), ring.radius, ring.width,
                                             asLight(ring.colour, ring.strength)));
        }
    }
    const auto addDots = [&](const std::vector<picture::Dot>& dots) {
        for (const picture::Dot& dot : dots) {
            if (const auto at = place(dot.at); at && dot.strength > 0) {
                marks.over.push_back(dotSprite(moved(*at, dot.offset), dot.radius,
                                               asShown(dot.colour, dot.strength)));
            }
        }
    };
    addDots(picture.dots);
    for (const picture::Square& square : picture.squares) {
        if (const auto at = place(square.at)) addSquare(square, *at, marks);
    }
    addDots(picture.crowd);
    return marks;
}

}  // namespace ebbflow::raster
