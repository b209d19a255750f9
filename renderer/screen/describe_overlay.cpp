#include "screen/describe_overlay.hpp"

#include <utility>

#include "screen/furniture.hpp"
#include "screen/labels.hpp"
#include "screen/marks.hpp"
#include "screen/mirror.hpp"
#include "screen/objects.hpp"
#include "screen/pulse.hpp"

namespace ebbflow::screen {

namespace {

void fadeFrom(std::vector<picture::OverlayItem>& items, std::size_t first, double opacity) {
    if (opacity >= 1) return;
    for (std::size_t i = first; i < items.size(); ++i) fade(items[i], opacity);
}

/// Behind a title card all else steps back; before a picture that fills the screen, all but what it
/// rests on.
double shareOf(const Block& block, double card, double picture) {
    return (1 - card) * (block.name == "sources" ? 1 : 1 - picture);
}

}  // namespace

void describeOverlay(const ScreenPlan& plan, const Moment& moment,
                     std::vector<picture::OverlayItem>& items) {
    const double card = cardPresence(moment), picture = fullImagePresence(moment);
    Overlay overlay(plan, items);
    Furniture furniture = furnitureAt(moment);
    describeScrim(moment, furniture.placed.floor, overlay);
    describeLabels(plan.labels, moment, overlay);
    describePulse(moment, overlay);
    describeMarks(plan.markSeats, moment, overlay);
    describeObjects(plan.objectSeats, moment, overlay);
    fadeFrom(items, 0, (1 - card) * (1 - picture));
    const bool mirrored = furniture.stage.mirrored;
    std::size_t unturned = items.size();
    describeFullImages(moment, furniture.placed.floor, overlay);
    if (mirrored) mirror(items, unturned, plan);
    for (Block& block : furniture.blocks) {
        const std::size_t first = items.size();
        for (picture::OverlayItem& item : block.items) items.push_back(std::move(item));
        fadeFrom(items, first, shareOf(block, card, picture));
    }
    unturned = items.size();
    describeCard(moment, overlay);
    describeCaptions(moment, furniture.placed.floor, overlay);
    if (mirrored) mirror(items, unturned, plan);
}

}  // namespace ebbflow::screen
