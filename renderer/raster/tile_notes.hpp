#pragma once
// What the last frame left in a picture, by tiles, so that the next need not draw all of it again.

#include <optional>

#include "picture/ground_grade.hpp"
#include "raster/light_tiles.hpp"
#include "raster/tile_set.hpp"

namespace ebbflow::raster {

struct TileNotes {
    TileSet lit{0, 0};      ///< tiles of the lights that are not black
    TileSet touched{0, 0};  ///< tiles of the picture that are more than the ground
    TileSet unread{0, 0};   ///< tiles of the picture that changed since planes were made of it
    std::optional<picture::GroundGrade>
        grade;  ///< of the ground in the picture; nothing that could stay

    /// Whatever was drawn in a picture of this size, nothing of it can stay.
    void forget(int width, int height);
    /// The tiles that cannot stay as the last frame left them, which are then noted as unread.
    /// `over`: what is drawn over the map.
    [[nodiscard]] TileSet change(const LightTiles& light, const TileSet& over, bool groundIsNew,
                                 const picture::GroundGrade& newGrade);
    /// Planes were made of all there is.
    void allRead();
};

}  // namespace ebbflow::raster
