#pragma once
// What a typesetter holds: the fonts that it was given. Internal to this folder, for those who draw
// its letters elsewhere than into a raster.

#include "text/font_map.hpp"
#include "text/typesetter.hpp"

namespace ebbflow::text {

struct Typesetter::State {
    FontMap fonts;
    explicit State(const FontSet& set) : fonts(set) {}
};

}  // namespace ebbflow::text
