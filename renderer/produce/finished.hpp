#pragma once
// Whether the film of a wish is there already: made by a wish for the same film, of the same
// inputs, and with the bytes that were written. It draws nothing.

#include <string>
#include <vector>

#include "delivery/film_order.hpp"
#include "produce/wish.hpp"

namespace ebbflow::produce {

/// `wish` is that of this film alone, as ownWish() makes it; the order's provenance is to be known.
[[nodiscard]] bool isFinished(const delivery::FilmOrder& order, const RenderWish& wish);

/// What makes the film under the order's name another one, a phrase each; empty when it is the
/// same.
[[nodiscard]] std::vector<std::string> filmDifferences(const delivery::FilmOrder& order,
                                                       const RenderWish& wish);

}  // namespace ebbflow::produce
