#pragma once
// The grid of chapters as items of the overlay. It decides how the grid looks; where its cells
// stand, chapter_grid.hpp says.

#include <vector>

#include "live/chapter_grid.hpp"
#include "picture/description.hpp"
#include "screen/overlay.hpp"

namespace ebbflow::live {

/// One chapter's cell: its still, or the room for it, and its name.
void drawChapter(screen::Overlay& pen, const frame::Plan& plan, std::size_t chapter,
                 const GridLayout& layout, const std::shared_ptr<const core::Image>& still,
                 bool chosen);

[[nodiscard]] std::vector<picture::OverlayItem> gridItems(const GridView& grid,
                                                          const frame::Plan& plan);

}  // namespace ebbflow::live
