#pragma once
// Where the pieces of furniture stand: bands across the foot or the head of the picture, and stacks
// at its corners and sides, none over another nor over the captions. It knows boxes, not what is in
// them.

#include <string>
#include <string_view>
#include <vector>

#include "picture/description.hpp"

namespace ebbflow::screen {

/// A piece, drawn from its own top left corner until it is placed.
struct Block {
    std::string_view name;  ///< as the script calls it
    std::string position;   ///< of the screen; bands: `top` or `bottom`
    bool band = false;      ///< goes across the whole picture
    core::PixelBox box;     ///< width and height given; x and y set by arrange()
    std::vector<picture::OverlayItem> items;
};

/// What the layout must leave free, and what it has to stand on.
struct Stage {
    core::PixelBox safe;
    double captionWidth = 0;   ///< of captions at the bottom left, above the bands; 0 = none
    double captionHeight = 0;  ///< of the highest caption of the film
    bool mirrored = false;     ///< all is turned afterwards: captions end at the bottom right

    /// Where captions are seen. `floor`: y above the bands at the foot.
    [[nodiscard]] core::PixelBox captions(double floor) const {
        const double left = mirrored ? safe.x + safe.width - captionWidth : safe.x;
        return {left, floor - captionHeight, captionWidth, captionHeight};
    }
};

/// What arrange() found out.
struct Arrangement {
    double floor = 0;    ///< y above the bands at the foot: captions end here
    double ceiling = 0;  ///< y below the bands at the head
};

/// Places the blocks. Those of one corner are stacked in their order, the first one outermost;
/// those of a side's middle are centred between the corners' stacks.
Arrangement arrange(std::vector<Block>& blocks, const Stage& stage);

/// Pairs of pieces that share a place all the same, and pieces that do not fit into the safe area,
/// as words: there is more on the screen than it holds.
[[nodiscard]] std::vector<std::string> crowding(const std::vector<Block>& blocks,
                                                const Stage& stage, const Arrangement& placed);

}  // namespace ebbflow::screen
