#include "live/grid_items.hpp"

#include <fmt/format.h>

#include "screen/overlay.hpp"

namespace ebbflow::live {

namespace {

using core::PixelBox;

constexpr core::Colour kVeil{0.02F, 0.03F, 0.05F, 0.99F};
constexpr core::Colour kEmpty{0.10F, 0.12F, 0.15F, 1};
constexpr double kFrame = 5;  // reference pixels

void veil(screen::Overlay& pen, double aspect) {
    // Wider than the picture, for a box's edges are soft.
    pen.box({-8, -8, core::kReferenceHeight * aspect + 16, core::kReferenceHeight + 16}, kVeil, 1);
}

/// A still, or its room until it is made, with a frame where it is chosen.
void picture(screen::Overlay& pen, const PixelBox& box,
             const std::shared_ptr<const core::Image>& still, bool chosen) {
    if (chosen) {
        pen.box({box.x - kFrame, box.y - kFrame, box.width + 2 * kFrame, box.height + 2 * kFrame},
                screen::kInk, 1, 3);
    }
    pen.box(box, kEmpty, 1);
    if (still) pen.add(picture::ImageItem{still, box});
}

void caption(screen::Overlay& pen, const PixelBox& box, double height, const std::string& words,
             bool chosen) {
    const screen::Type type{
        .size = 24, .colour = chosen ? screen::kInk : screen::kQuietInk, .halo = 0};
    const std::string fitting = pen.shortened(words, type, box.width);
    const text::Paragraph set = pen.paragraph(fitting, type);
    const double down = (height - pen.measure(set).height) / 2;
    pen.text(set, type, {box.x, box.y + box.height + down + 2}, 1);
}

}  // namespace

void drawChapter(screen::Overlay& pen, const frame::Plan& plan, std::size_t chapter,
                 const GridLayout& layout, const std::shared_ptr<const core::Image>& still,
                 bool chosen) {
    const PixelBox& box = layout.pictures[chapter];
    const std::string& title = plan.film->scene.chapters[chapter].title.inOrAny(plan.language);
    picture(pen, box, still, chosen);
    caption(pen, box, layout.caption, fmt::format("{}  {}", chapter + 1, title), chosen);
}

std::vector<picture::OverlayItem> gridItems(const GridView& grid, const frame::Plan& plan) {
    std::vector<picture::OverlayItem> items;
    screen::Overlay pen(plan, items);
    const GridLayout layout = gridLayout(plan);
    veil(pen, plan.aspect);
    for (std::size_t i = 0; i < layout.pictures.size(); ++i) {
        const auto still = i < grid.stills.size() ? grid.stills[i] : nullptr;
        drawChapter(pen, plan, i, layout, still, i == grid.chosen);
    }
    return items;
}

}  // namespace ebbflow::live
