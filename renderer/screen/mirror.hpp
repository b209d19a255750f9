#pragma once
// Languages that are written from right to left have the screen's sides changed: pieces are laid
// out as for the others and then turned about the picture's middle, the map and its names not.
// Words and pictures stay what they are, only their places change.

#include <vector>

#include "screen/furniture_layout.hpp"
#include "screen/lettering.hpp"

namespace ebbflow::screen {

/// Turns the items from `first` on.
void mirror(std::vector<picture::OverlayItem>& items, std::size_t first, const Lettering& letters);
void mirror(std::vector<Block>& blocks, const Lettering& letters);

}  // namespace ebbflow::screen
