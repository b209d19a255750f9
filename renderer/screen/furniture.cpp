#include "screen/furniture.hpp"

#include <utility>

namespace ebbflow::screen {

Furniture furnitureAt(const Moment& moment) {
    Furniture furniture;
    auto& blocks = furniture.blocks;
    const auto put = [&](std::optional<Block> block) {
        if (block) blocks.push_back(std::move(*block));
    };
    put(sourceLineBlock(moment));
    put(yearBandBlock(moment));
    put(dateBlock(moment));
    put(countersBlock(moment));
    put(legendBlock(moment));
    put(scaleBlock(moment));
    put(chartBlock(moment));
    for (Block& block : imageBlocks(moment)) blocks.push_back(std::move(block));
    put(titleBlock(moment));
    const screen::FootPlan& foot = moment.page.foot;
    furniture.stage = {safeArea(moment.page.aspect), foot.captionWidth, foot.captionHeight};
    furniture.placed = arrange(blocks, furniture.stage);
    return furniture;
}

}  // namespace ebbflow::screen
