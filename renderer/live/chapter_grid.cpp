#include "live/chapter_grid.hpp"

#include <algorithm>
#include <cmath>

#include "screen/overlay.hpp"

namespace ebbflow::live {

namespace {

constexpr double kStillGap = 28;  // reference pixels, as all here
constexpr double kCaption = 46;
constexpr double kWidest = 560;

double widthIn(std::size_t columns, std::size_t count, double aspect, const core::PixelBox& area,
               double caption) {
    const auto across = static_cast<double>(columns);
    const double down = std::ceil(static_cast<double>(count) / across);
    const double width = (area.width - (across - 1) * kStillGap) / across;
    const double height = (area.height - (down - 1) * kStillGap) / down - caption;
    return std::min(width, height * aspect);
}

}  // namespace

std::optional<std::size_t> GridLayout::cellAt(core::PixelPoint point) const {
    const auto holds = [&](const core::PixelBox& box) {
        return point.x >= box.x && point.x < box.x + box.width && point.y >= box.y &&
               point.y < box.y + box.height + caption;
    };
    const auto found = std::ranges::find_if(pictures, holds);
    if (found == pictures.end()) return std::nullopt;
    return static_cast<std::size_t>(found - pictures.begin());
}

GridLayout gridLayout(std::size_t count, double aspect, const core::PixelBox& area, double caption,
                      double widest) {
    GridLayout layout;
    layout.caption = caption;
    double width = 0;
    for (std::size_t columns = 1; columns <= count; ++columns) {
        const double wide = widthIn(columns, count, aspect, area, caption);
        if (wide > width) layout.columns = columns;
        width = std::max(width, wide);
    }
    width = std::clamp(width, 1.0, widest);
    const double height = width / aspect + caption;
    const std::size_t rows = (count + layout.columns - 1) / layout.columns;
    const auto whole = [](std::size_t n, double size) {
        return static_cast<double>(n) * (size + kStillGap) - kStillGap;
    };
    const double left = area.x + (area.width - whole(layout.columns, width)) / 2;
    const double top = area.y + (area.height - whole(rows, height)) / 2;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t column = i % layout.columns, row = i / layout.columns;
        layout.pictures.push_back({left + static_cast<double>(column) * (width + kStillGap),
                                   top + static_cast<double>(row) * (height + kStillGap), width,
                                   width / aspect});
    }
    return layout;
}

GridLayout gridLayout(const frame::Plan& plan) {
    return gridLayout(plan.timeline.chapters.size(), plan.aspect, screen::safeArea(plan.aspect),
                      kCaption, kWidest);
}

void ChapterGrid::toggle(std::size_t current) {
    open_ = !open_;
    chosen_ = current;
}

void ChapterGrid::choose(std::ptrdiff_t cell, const GridLayout& layout) {
    if (cell >= 0 && cell < static_cast<std::ptrdiff_t>(layout.pictures.size()))
        chosen_ = static_cast<std::size_t>(cell);
}

}  // namespace ebbflow::live
