#pragma once
// What part of the map plane the picture shows, to leave out what lies wholly beyond it.

#include <algorithm>
#include <limits>

#include "picture/camera.hpp"

namespace ebbflow::raster {

[[nodiscard]] inline bool touches(const core::MapBox& a, const core::MapBox& b) {
    return a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY;
}

/// What a drawing of the ground needs to know of the view to leave out what nobody would see.
struct Seen {
    core::MapBox box;  ///< what is outside is not drawn
    int detail = -1;   ///< as detailLevel() has it
};

/// A box that holds all that is visible; everything when the horizon is in the picture.
[[nodiscard]] inline core::MapBox visibleBox(const picture::CameraView& view, double aspect) {
    constexpr double kAll = std::numeric_limits<double>::infinity();
    const double right = core::kReferenceHeight * aspect;
    core::MapBox box{kAll, kAll, -kAll, -kAll};
    for (const double x : {0.0, right}) {
        for (const double y : {0.0, core::kReferenceHeight}) {
            const auto corner = picture::unproject(view, aspect, {x, y});
            if (!corner) return {-kAll, -kAll, kAll, kAll};
            box = {std::min(box.minX, corner->x), std::min(box.minY, corner->y),
                   std::max(box.maxX, corner->x), std::max(box.maxY, corner->y)};
        }
    }
    // Room for the width of lines.
    const double room = 0.02 * view.widthKm;
    return {box.minX - room, box.minY - room, box.maxX + room, box.maxY + room};
}

}  // namespace ebbflow::raster
