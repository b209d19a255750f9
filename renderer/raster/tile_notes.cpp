#include "raster/tile_notes.hpp"

#include <utility>

namespace ebbflow::raster {

void TileNotes::forget(int width, int height) {
    lit = touched = unread = TileSet(width, height);
    lit.markAll();
    touched.markAll();
    unread.markAll();
    grade.reset();
}

TileSet TileNotes::change(const LightTiles& light, const TileSet& over, bool groundIsNew,
                          const picture::GroundGrade& newGrade) {
    TileSet changed = light.shining;
    changed.add(over);
    TileSet nowTouched = changed;
    changed.add(touched);
    if (groundIsNew || grade != newGrade) changed.markAll();
    touched = std::move(nowTouched);
    grade = newGrade;
    unread.add(changed);
    return changed;
}

void TileNotes::allRead() {
    unread = TileSet(unread.width(), unread.height());
}

}  // namespace ebbflow::raster
