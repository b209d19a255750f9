#pragma once
// Rings and arrows pinned to places, drawn as an editor would draw them on the map: one stroke in a
// little over half a second, with words beside it, whose seats are chosen once for each step.

#include <cstddef>
#include <vector>

#include "screen/objects.hpp"
#include "screen/overlay.hpp"
#include "screen/page.hpp"
#include "screen/planned_label.hpp"

namespace ebbflow::screen {

/// By step, then by mark: which of the seats about what is drawn its words have.
using MarkSeats = std::vector<std::vector<std::size_t>>;

/// The first seat that is free of furniture, objects and names where the step's camera rests, so
/// that words never change sides while it moves; the first of all where none is.
[[nodiscard]] MarkSeats planMarkSeats(const Page& page, const std::vector<PlannedLabel>& labels,
                                      const ObjectSeats& objects);

void describeMarks(const MarkSeats& seats, const Moment& moment, Overlay& overlay);

}  // namespace ebbflow::screen
