#include "screen/furniture_layout.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "screen/overlay.hpp"

namespace ebbflow::screen {

namespace {

constexpr double kPieceGap = 28;  // between one piece and the next
constexpr double kBandGap = 24;   // between the bands and all else
constexpr double kRowGap = 6;     // between bands

enum class Side { left, centre, right };
enum class Level { top, middle, bottom };

bool has(std::string_view position, std::string_view word) {
    return position.find(word) != std::string_view::npos;
}

Side sideOf(const Block& block) {
    if (has(block.position, "left")) return Side::left;
    return has(block.position, "right") ? Side::right : Side::centre;
}

Level levelOf(const Block& block) {
    if (has(block.position, "top")) return Level::top;
    return has(block.position, "bottom") ? Level::bottom : Level::middle;
}

void moveTo(Block& block, double x, double y) {
    block.box.x = x;
    block.box.y = y;
    for (picture::OverlayItem& item : block.items) shift(item, x, y);
}

Arrangement placeBands(std::vector<Block>& blocks, const core::PixelBox& safe) {
    double floor = safe.y + safe.height, ceiling = safe.y;
    bool below = false, above = false;
    for (Block& block : blocks) {
        if (!block.band) continue;
        if (levelOf(block) == Level::top) {
            moveTo(block, safe.x, ceiling + (above ? kRowGap : 0));
            ceiling = block.box.y + block.box.height;
            above = true;
        } else {
            moveTo(block, safe.x, floor - block.box.height - (below ? kRowGap : 0));
            floor = block.box.y;
            below = true;
        }
    }
    return {floor - (below ? kBandGap : 0), ceiling + (above ? kBandGap : 0)};
}

/// The pieces of one corner or side.
class Stack {
public:
    Stack(std::vector<Block>& blocks, Level level, Side side, const Stage& stage)
        : side_(side), safe_(stage.safe) {
        for (Block& block : blocks) {
            if (!block.band && levelOf(block) == level && sideOf(block) == side)
                members_.push_back(&block);
        }
    }

    [[nodiscard]] double width() const {
        double widest = 0;
        for (const Block* block : members_) widest = std::max(widest, block->box.width);
        return widest;
    }

    [[nodiscard]] double height() const {
        double sum = members_.empty() ? 0 : -kPieceGap;
        for (const Block* block : members_) sum += block->box.height + kPieceGap;
        return sum;
    }

    [[nodiscard]] bool empty() const { return members_.empty(); }

    [[nodiscard]] double leftOf(double width) const {
        if (side_ == Side::left) return safe_.x;
        const double room = safe_.width - width;
        return safe_.x + (side_ == Side::right ? room : room / 2);
    }

    /// From `y` down; returns where the next would begin.
    double down(double y) {
        for (Block* block : members_) {
            moveTo(*block, leftOf(block->box.width), y);
            y += block->box.height + kPieceGap;
        }
        return y;
    }

    /// From `y` up; returns where the next would end.
    double up(double y) {
        for (Block* block : members_) {
            moveTo(*block, leftOf(block->box.width), y - block->box.height);
            y -= block->box.height + kPieceGap;
        }
        return y;
    }

private:
    Side side_;
    core::PixelBox safe_;
    std::vector<Block*> members_;
};

bool meetsCaptions(const Stack& stack, const Stage& stage) {
    if (stack.empty() || stage.captionHeight <= 0) return false;
    return stack.leftOf(stack.width()) < stage.safe.x + stage.captionWidth + kPieceGap;
}

void placeSide(std::vector<Block>& blocks, Side side, const Stage& stage,
               const Arrangement& bands) {
    Stack top(blocks, Level::top, side, stage);
    Stack middle(blocks, Level::middle, side, stage);
    Stack bottom(blocks, Level::bottom, side, stage);
    const double under = top.down(bands.ceiling);
    double base = bands.floor;
    if (meetsCaptions(bottom, stage)) base -= stage.captionHeight + kPieceGap;
    double above = bottom.up(base);
    if (meetsCaptions(middle, stage))
        above = std::min(above, bands.floor - stage.captionHeight - kPieceGap);
    const double centred = (stage.safe.y + stage.safe.y + stage.safe.height - middle.height()) / 2;
    const double lowest = above - middle.height();
    middle.down(std::max(under, std::min(centred, lowest)));
}

bool touch(const core::PixelBox& a, const core::PixelBox& b) {
    constexpr double kTouch = 0.5;
    return a.x + kTouch < b.x + b.width && b.x + kTouch < a.x + a.width &&
           a.y + kTouch < b.y + b.height && b.y + kTouch < a.y + a.height;
}

bool within(const core::PixelBox& a, const core::PixelBox& b) {
    constexpr double kTouch = 0.5;
    return a.x > b.x - kTouch && a.y > b.y - kTouch && a.x + a.width < b.x + b.width + kTouch &&
           a.y + a.height < b.y + b.height + kTouch;
}

}  // namespace

Arrangement arrange(std::vector<Block>& blocks, const Stage& stage) {
    const Arrangement bands = placeBands(blocks, stage.safe);
    for (const Side side : {Side::left, Side::centre, Side::right})
        placeSide(blocks, side, stage, bands);
    return bands;
}

std::vector<std::string> crowding(const std::vector<Block>& blocks, const Stage& stage,
                                  const Arrangement& placed) {
    std::vector<std::string> faults;
    const core::PixelBox captions = stage.captions(placed.floor);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const Block& block = blocks[i];
        if (!within(block.box, stage.safe))
            faults.push_back(fmt::format("`{}` does not fit into the picture", block.name));
        if (stage.captionHeight > 0 && touch(block.box, captions))
            faults.push_back(fmt::format("`{}` lies over the captions", block.name));
        for (std::size_t j = 0; j < i; ++j) {
            if (touch(block.box, blocks[j].box))
                faults.push_back(fmt::format("`{}` lies over `{}`", block.name, blocks[j].name));
        }
    }
    return faults;
}

}  // namespace ebbflow::screen
