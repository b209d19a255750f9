#include "screen/furniture.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "screen/mirror.hpp"
#include "screen/overlay.hpp"
#include "screen/sides.hpp"
#include "story/pieces.hpp"

namespace ebbflow::screen {

std::vector<Block> sourceLineBlocks(const Moment& moment);
std::vector<Block> yearBandBlocks(const Moment& moment);
std::vector<Block> dateBlocks(const Moment& moment);
std::vector<Block> countersBlocks(const Moment& moment);
std::vector<Block> legendBlocks(const Moment& moment);
std::vector<Block> scaleBlocks(const Moment& moment);
std::vector<Block> northBlocks(const Moment& moment);
std::vector<Block> chartBlocks(const Moment& moment);
std::vector<Block> imageBlocks(const Moment& moment);
std::vector<Block> titleBlocks(const Moment& moment);

std::span<const FurniturePiece> furniturePieces() {
    static constexpr std::array<FurniturePiece, 10> kPieces{{
        {"sources", sourceLineBlocks},
        {"years", yearBandBlocks},
        {"date", dateBlocks},
        {"counters", countersBlocks},
        {"legend", legendBlocks},
        {"scale", scaleBlocks},
        {"north", northBlocks},
        {"chart", chartBlocks},
        {"images", imageBlocks},
        {"title", titleBlocks},
    }};
    return kPieces;
}

std::optional<Block> blockOf(std::string_view key, const Moment& moment) {
    const auto pieces = furniturePieces();
    const auto piece = std::ranges::find(pieces, key, &FurniturePiece::key);
    if (piece == pieces.end()) return std::nullopt;
    auto blocks = piece->build(moment);
    return blocks.empty() ? std::nullopt : std::optional(std::move(blocks.front()));
}

namespace {

/// Whether the step's counters have the screen to themselves.
bool hasHero(const story::Story& story, std::size_t step) {
    const scene::Screen* screen = story::screenWith(
        story, step, [](const scene::Screen& s) { return s.counters.has_value(); });
    return screen != nullptr && story::isHero(screen->countersPiece) &&
           !(screen->counters->empty() && screen->counterKinds.empty());
}

/// 0…1: what is left of the pieces that make way for a hero.
double besideHero(const Moment& moment) {
    if (!hasHero(moment.page, moment.stepIndex)) return 1;
    return 1 -
           story::presence(moment, [&](std::size_t step) { return hasHero(moment.page, step); });
}

bool staysBesideHero(std::string_view piece) {
    return piece == "counters" || piece == "sources" || piece == "images";
}

}  // namespace

Furniture furnitureAt(const Moment& moment) {
    Furniture furniture;
    auto& blocks = furniture.blocks;
    const double others = besideHero(moment);
    for (const FurniturePiece& piece : furniturePieces()) {
        const double share = staysBesideHero(piece.key) ? 1 : others;
        if (share <= 0) continue;
        for (Block& block : piece.build(moment)) {
            if (share < 1)
                std::ranges::for_each(block.items, [&](auto& item) { fade(item, share); });
            blocks.push_back(std::move(block));
        }
    }
    const FootPlan& foot = moment.page.foot;
    furniture.stage = {safeArea(moment.page.aspect), foot.captionWidth, foot.captionHeight,
                       isMirrored(moment.page)};
    furniture.placed = arrange(blocks, furniture.stage);
    if (furniture.stage.mirrored) mirror(blocks, moment.page);
    return furniture;
}

}  // namespace ebbflow::screen
