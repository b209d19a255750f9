#pragma once
// What keys and a pointer mean while the grid of chapters is open: commands of the table. It draws
// nothing and knows no window.

#include <optional>
#include <vector>

#include "live/chapter_grid.hpp"
#include "live/command.hpp"
#include "live/pointer_event.hpp"

namespace ebbflow::live {

/// Nothing where the key is none of the grid's.
[[nodiscard]] std::optional<std::vector<Command>> pressInGrid(ChapterGrid& grid,
                                                              const KeyPress& key,
                                                              const GridLayout& layout);
[[nodiscard]] std::vector<Command> pointInGrid(ChapterGrid& grid, const PointerEvent& event,
                                               const GridLayout& layout);

}  // namespace ebbflow::live
