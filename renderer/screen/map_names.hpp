#pragma once
// Which states, seas, lakes and rivers a step would like to write on the map, in order of
// importance, and under which names over its days. Whether there is room is label_room.hpp's word.

#include <string>
#include <vector>

#include "screen/label_names.hpp"

namespace ebbflow::screen {

/// Names that suit the scale at which the step's camera rests. Rows of the map's names at one point
/// are one name over time.
[[nodiscard]] std::vector<NamedPlace> namesToWrite(const film::Film& film,
                                                   const story::Timeline& timeline,
                                                   std::size_t step, const std::string& language);

}  // namespace ebbflow::screen
