#pragma once
// Cards pinned to places by a hairline. Each has a seat for the whole of its time, chosen where the
// step's camera rests; from there it follows its place, a little further than the map does, as what
// lies nearer to the eye. It opens as a gap in a curtain does, from the height of its hairline.

#include <optional>
#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "screen/object_sheet.hpp"
#include "screen/overlay.hpp"
#include "screen/page.hpp"

namespace ebbflow::screen {

/// Where a card stands when its place is at `anchor`; reference pixels.
struct ObjectSeat {
    core::PixelPoint anchor;  ///< of its place, where the camera rests
    core::PixelBox card;      ///< without what is written under it
    core::PixelBox box;       ///< with it
    bool onLeft = false;      ///< of its place
    double join = 0;          ///< from the card's top to where the hairline meets it
    std::string fault;        ///< what it lies over in spite of all, or nothing
};

/// By step, then by object; nothing for one whose place is not on the map or is no card.
using ObjectSeats = std::vector<std::vector<std::optional<ObjectSeat>>>;

[[nodiscard]] ObjectSeats planObjectSeats(const Page& page);

/// What names and words keep clear of in a step, where its camera rests.
struct Pinned {
    std::vector<core::PixelBox> cards;
    std::vector<core::PixelBox> hairlines;  ///< in pieces
};
[[nodiscard]] Pinned pinnedIn(const ObjectSeats& seats, std::size_t step);

void describeObjects(const ObjectSeats& seats, const Moment& moment, Overlay& overlay);

/// Cards that are too large, that find no free seat, or whose place is not in the picture.
void checkObjectSeats(const Page& page, const ObjectSeats& seats, core::Diagnostics& diagnostics);

}  // namespace ebbflow::screen
