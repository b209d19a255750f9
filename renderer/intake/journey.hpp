#pragma once
// What map files of journeys hold, whatever their format: lines with a time at their points, and
// stops in order. Plain data of readers; journey_film.hpp makes a draft of it.

#include <optional>
#include <string>
#include <vector>

#include "core/coordinates.hpp"
#include "core/date.hpp"

namespace ebbflow::intake {

struct TimedPoint {
    core::LonLat at;
    std::optional<core::Instant> time;
};

/// A way that was travelled.
struct Track {
    std::string name;
    std::vector<TimedPoint> points;
    std::optional<core::Period> when;  ///< of all of it, where its points have no times
};

/// A place that was visited, or just is.
struct Stop {
    std::string name;
    core::LonLat at;
    std::optional<core::Period> when;
    std::string journey;  ///< whose stop it is; stops of one journey follow each other
};

struct Journeys {
    std::string title;  ///< what the file calls all of it; empty: nothing
    std::vector<Track> tracks;
    std::vector<Stop> stops;
    std::size_t faulty = 0;  ///< ways and stops whose positions lack or cannot be read

    /// The track, or a count of it among the faulty where fewer than two points are left of it.
    void keep(Track track);
};

}  // namespace ebbflow::intake
