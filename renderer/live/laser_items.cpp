#include "live/laser_items.hpp"

#include "screen/overlay.hpp"

namespace ebbflow::live {

namespace {

/// One disc of the dot; each lies on the one before.
struct Disc {
    double radius = 0;  ///< reference pixels
    core::Colour colour;
};

// A dark rim tells it from light ground, a pale heart from dark.
constexpr Disc kDiscs[] = {
    {30, {1.0F, 0.16F, 0.12F, 0.16F}},  {22, {1.0F, 0.16F, 0.12F, 0.26F}},
    {15, {0.20F, 0.00F, 0.00F, 0.85F}}, {12.5, {1.0F, 0.13F, 0.10F, 1}},
    {5, {1.0F, 0.86F, 0.80F, 1}},
};

}  // namespace

std::vector<picture::OverlayItem> laserItems(const LaserSpot& spot, const frame::Plan& plan) {
    std::vector<picture::OverlayItem> items;
    screen::Overlay pen(plan, items);
    for (const Disc& disc : kDiscs) {
        const double side = 2 * disc.radius;
        pen.box({spot.at.x - disc.radius, spot.at.y - disc.radius, side, side}, disc.colour,
                spot.strength, disc.radius);
    }
    return items;
}

}  // namespace ebbflow::live
