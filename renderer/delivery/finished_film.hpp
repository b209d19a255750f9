#pragma once
// Whether a film that is there already is the one that an order would make: of the same inputs and
// settings, for the same wish, whole to the last byte. It draws nothing and looks at no pictures.

#include <functional>
#include <string>
#include <vector>

#include "delivery/film_order.hpp"

namespace ebbflow::delivery {

/// Whether the wish of a manifest, as JSON, is for the same film; what a wish is only others know.
using SameWish = std::function<bool(const std::string& wish)>;

/// True when the film and its manifest are there and nothing of filmDifferences() is; for an order
/// with `resume` there is nothing left to do then, unless the machine is another one.
[[nodiscard]] bool isFinished(const FilmOrder& order, const SameWish& sameWish);

/// What makes the film under the order's name another one than the order's, a phrase each: facts
/// of its manifest, then its bytes. Empty when it is the same. The order's provenance is to be
/// known.
[[nodiscard]] std::vector<std::string> filmDifferences(const FilmOrder& order,
                                                       const SameWish& sameWish);

/// What differs between this machine and those that the finished film was made on, a phrase each;
/// of a part nothing is told, for parts may be of several machines.
[[nodiscard]] std::vector<std::string> filmMachineDifferences(const FilmOrder& order);

/// Removes the segments that a render left behind which ended after its film was finished, unless
/// another render is at work on them.
void tidyUp(const FilmOrder& order);

}  // namespace ebbflow::delivery
