#pragma once
// The things that stand at places, as sprites: what is added as light (glows, rings) and what is
// laid over the picture (dots, squares). Places behind the camera give none.

#include <vector>

#include "paint/sprite_painter.hpp"
#include "picture/description.hpp"

namespace ebbflow::paint {

struct Marks {
    std::vector<Sprite> glows;  ///< linear light
    std::vector<Sprite> rings;  ///< linear light
    std::vector<Sprite> over;   ///< display space
};

[[nodiscard]] Marks makeMarks(const picture::MapPicture& picture, double aspect);

}  // namespace ebbflow::paint
