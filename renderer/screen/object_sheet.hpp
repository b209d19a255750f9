#pragma once
// What an object's card is made of: paper set in type, or a picture on its mount, with what is
// written under it. Where the card stands and how it opens is objects.hpp's matter.

#include <string>
#include <vector>

#include "scene/object.hpp"
#include "screen/overlay.hpp"
#include "screen/page.hpp"

namespace ebbflow::screen {

/// The largest card, reference pixels.
inline constexpr double kMostSheetWidth = 560, kMostSheetHeight = 560;

/// Reference pixels from the card's top left.
struct Sheet {
    std::vector<picture::OverlayItem> card;  ///< what the mask opens
    std::vector<picture::OverlayItem> note;  ///< under it
    double width = 0, height = 0;            ///< of the card
    double noteWidth = 0, noteBottom = 0;    ///< of all of it; the card's height without a note
    std::string fault;  ///< why it is no card: what is too wide or too high, and by how much
};

[[nodiscard]] Sheet sheetOf(const Page& page, const scene::Object& object);

}  // namespace ebbflow::screen
