#pragma once
// Tracks and stops as movements of a draft. A track is cut where the clock passes round hours, days
// or months, at points that it has, so that its light goes on as the time does; stops become legs
// in the order of their dates.

#include "intake/draft.hpp"
#include "intake/journey.hpp"
#include "intake/reading.hpp"

namespace ebbflow::intake {

/// Most stretches into which all tracks together are cut.
inline constexpr std::size_t kMostStretches = 400;

void addTracks(const std::vector<Track>& tracks, Reading& reading, Draft& draft);
void addStops(std::vector<Stop> stops, Reading& reading, Draft& draft);
/// Places without journeys.
void addPlaces(const std::vector<Stop>& stops, Draft& draft);

}  // namespace ebbflow::intake
