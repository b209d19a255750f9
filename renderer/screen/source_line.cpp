#include "screen/furniture.hpp"
#include "screen/source_rows.hpp"
#include "story/pieces.hpp"

namespace ebbflow::screen {

namespace {

constexpr double kRow = 26;

}  // namespace

std::vector<Block> sourceLineBlocks(const Moment& moment) {
    const Page& page = moment.page;
    const auto piece = story::pieceOf(page, moment.stepIndex, "sources");
    if (!piece) return {};
    Block block{.name = "sources",
                .position = story::positionOr(*piece, "bottom"),
                .band = true,
                .box = {},
                .items = {}};
    Overlay pen(page, block.items);
    const Type type = sourceType(*piece);
    const double width = safeArea(page.aspect).width,
                 row = kRow * (story::isLarge(*piece) ? 1.15 : 1);
    const SourceRows rows = sourceRowsOf(page, moment.stepIndex, type, pen);
    block.box = {0, 0, width, row * page.foot.sourceRows};
    // What needs but one row stands in the lower one, where it is in every step.
    const double lower = row * (page.foot.sourceRows - 1);
    const double opacity = 0.85 * story::presence(moment, [&](std::size_t step) {
                               return story::pieceOf(page, step, "sources");
                           });
    pen.text(pen.paragraph(rows.upper, type), type, {0, lower - row}, opacity);
    pen.text(pen.paragraph(rows.lower, type), type, {0, lower}, opacity);
    const auto sure = pen.paragraph(rows.confidence, type);
    pen.text(sure, type, {width - pen.measure(sure).width, lower}, opacity);
    return {std::move(block)};
}

}  // namespace ebbflow::screen
