#include "intake/journey.hpp"

#include <utility>

namespace ebbflow::intake {

void Journeys::keep(Track track) {
    if (track.points.size() > 1) {
        tracks.push_back(std::move(track));
    } else {
        ++faulty;
    }
}

}  // namespace ebbflow::intake
