#pragma once
// What is said of a light, a place or a work under the pointer. Figures are those of the tables'
// rows; it adds up nothing but counts of one place and kind, as the audit does.

#include <cstddef>

#include "live/found.hpp"
#include "screen/planned_label.hpp"
#include "story/moment.hpp"

namespace ebbflow::live {

/// `light`: index into the story's lights.
[[nodiscard]] Found wordsOfLight(const story::Moment& moment, std::size_t light);
[[nodiscard]] Found wordsOfPlace(const story::Moment& moment, const story::LightPlace& place);
/// Of a name on the map: as wordsOfPlace() where journeys begin or end there.
[[nodiscard]] Found wordsOfName(const story::Moment& moment, const screen::PlannedLabel& label);
[[nodiscard]] Found wordsOfSite(const story::Moment& moment, const story::PlannedSite& planned);
/// Whether its square is on the map by then.
[[nodiscard]] bool isDrawn(const story::Moment& moment, const story::PlannedSite& planned);

}  // namespace ebbflow::live
