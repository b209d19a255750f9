// A needle that points north, true at the middle of the picture: it turns with the camera, and with
// the map's own meridians where those are not upright.

#include <array>
#include <cmath>

#include "picture/camera.hpp"
#include "screen/furniture.hpp"
#include "screen/sides.hpp"
#include "story/pieces.hpp"

namespace ebbflow::screen {

namespace {

constexpr double kLength = 64;  // reference pixels, from tip to tail
constexpr double kWing = 22;    // of its length, how far the head reaches back
constexpr double kAside = 12;   // and to either side
constexpr double kStep = 0.05;  // degrees of latitude: a straight line at every scale

/// The unit vector to the north in the picture, y down; nothing where the map ends, or at a pole.
std::optional<core::PixelPoint> northIn(const Moment& moment) {
    const double aspect = moment.page.aspect;
    const auto& projection = moment.page.film->world->projection;
    const core::PixelPoint middle{core::kReferenceHeight * aspect / 2, core::kReferenceHeight / 2};
    const auto ground = picture::unproject(moment.camera, aspect, middle);
    const auto here = ground ? projection.inverse(*ground) : std::nullopt;
    if (!here || std::abs(here->lat) > 90 - 2 * kStep) return std::nullopt;
    const auto beyond = projection.forward({here->lon, here->lat + kStep});
    const auto away = beyond ? picture::project(moment.camera, aspect, *beyond) : std::nullopt;
    if (!away) return std::nullopt;
    const double dx = away->x - middle.x, dy = away->y - middle.y, length = std::hypot(dx, dy);
    if (length <= 0) return std::nullopt;
    return core::PixelPoint{dx / length, dy / length};
}

}  // namespace

std::vector<Block> northBlocks(const Moment& moment) {
    const auto onIn = [&](std::size_t step) { return story::pieceOf(moment.page, step, "north"); };
    const auto piece = onIn(moment.stepIndex);
    auto north = piece ? northIn(moment) : std::nullopt;
    if (!north) return {};
    // The map is not turned with the piece.
    if (isMirrored(moment.page)) north->x = -north->x;
    Block block{.name = "north",
                .position = placeOf(moment.page, piece->position, "top right"),
                .box = {},
                .items = {}};
    Overlay pen(moment.page, block.items);
    const double scale = story::isLarge(*piece) ? 1.4 : 1, half = scale * kLength / 2;
    block.box = {0, 0, 2 * half, 2 * half};
    // Along the needle and to its right, from the middle of its box.
    const auto at = [&](double along, double right) {
        return core::PixelPoint{half + north->x * along - north->y * right,
                                half + north->y * along + north->x * right};
    };
    const auto wing = [&](double side) { return at(half - scale * kWing, side * scale * kAside); };
    const std::array<std::vector<core::PixelPoint>, 3> strokes{
        {{at(-half, 0), at(half, 0)}, {wing(-1), at(half, 0)}, {wing(1), at(half, 0)}}};
    const double opacity = 0.95 * story::presence(moment, onIn);
    for (const auto& stroke : strokes) pen.line(stroke, 7, kHalo, opacity);
    for (const auto& stroke : strokes) pen.line(stroke, 2.5, kInk, opacity);
    return {std::move(block)};
}

}  // namespace ebbflow::screen
