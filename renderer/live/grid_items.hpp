#pragma once
// The grid of chapters as items of the overlay. It decides how the grid looks; where its cells
// stand, chapter_grid.hpp says.

#include <vector>

#include "live/chapter_grid.hpp"
#include "picture/description.hpp"

namespace ebbflow::live {

[[nodiscard]] std::vector<picture::OverlayItem> gridItems(const GridView& grid,
                                                          const frame::Plan& plan);

}  // namespace ebbflow::live
