#pragma once
// The things that stand at places, as sprites: what is added as light (glows, rings) and what is
// laid over the picture (dots, squares). Places behind the camera give none.

#include <vector>

#include "picture/description.hpp"
#include "raster/sprites.hpp"

namespace ebbflow::raster {

struct Marks {
    std::vector<Sprite> glows;  ///< linear light
    std::vector<Sprite> rings;  ///< linear light
    std::vector<Sprite> over;   ///< display space
};

[[nodiscard]] Marks makeMarks(const picture::MapPicture& picture, double aspect);

}  // namespace ebbflow::raster
