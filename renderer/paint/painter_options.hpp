#pragma once
// How a painter makes its pictures.

#include <string>

#include "raster/layers.hpp"

namespace ebbflow::paint {

/// How a picture is made. Both ways make the same, within a level of 255.
enum class Way {
    automatic,  ///< by vectors where GL itself runs on the processor, unless shaders are given
    gl,         ///< by GL's passes
    vectors,    ///< by the processor's vectors; GL is used only to show a picture in a window
};

struct PainterOptions {
    std::string shaderFolder{};  ///< of GL's passes; empty: the shaders built in
    int samples = 4;             ///< of the ground's multisampling
    /// Pixels of the map that are drawn, each way, for one of the picture, and averaged in linear
    /// light: 1…4. Words are drawn as sharp as ever.
    int across = 1;
    raster::PictureDepth depth = raster::PictureDepth::eight;
    raster::Layers layers{};
    Way way = Way::automatic;
    unsigned hands = 0;  ///< threads of the processor's vectors; 0: as many as the process may use
};

}  // namespace ebbflow::paint
