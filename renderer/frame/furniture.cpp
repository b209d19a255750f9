#include "frame/furniture.hpp"

#include <utility>

namespace ebbflow::frame {

namespace {

void fadeFrom(std::vector<OverlayItem>& items, std::size_t first, double opacity) {
    if (opacity >= 1) return;
    for (std::size_t i = first; i < items.size(); ++i) fade(items[i], opacity);
}

/// Behind a title card all else steps back; before a picture that fills the screen, all but what it
/// rests on.
double shareOf(const Block& block, double card, double picture) {
    return (1 - card) * (block.name == "sources" ? 1 : 1 - picture);
}

}  // namespace

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
    const FootPlan& foot = moment.plan.foot;
    furniture.stage = {safeArea(moment.plan.aspect), foot.captionWidth, foot.captionHeight};
    furniture.placed = arrange(blocks, furniture.stage);
    return furniture;
}

void describeOverlay(const Moment& moment, std::vector<OverlayItem>& items) {
    const double card = cardPresence(moment), picture = fullImagePresence(moment);
    Overlay overlay(moment.plan, items);
    Furniture furniture = furnitureAt(moment);
    describeScrim(moment, furniture.placed.floor, overlay);
    describeLabels(moment, overlay);
    describeMarks(moment, overlay);
    fadeFrom(items, 0, (1 - card) * (1 - picture));
    describeFullImages(moment, furniture.placed.floor, overlay);
    for (Block& block : furniture.blocks) {
        const std::size_t first = items.size();
        for (OverlayItem& item : block.items) items.push_back(std::move(item));
        fadeFrom(items, first, shareOf(block, card, picture));
    }
    describeCard(moment, overlay);
    describeCaptions(moment, furniture.placed.floor, overlay);
}

}  // namespace ebbflow::frame
