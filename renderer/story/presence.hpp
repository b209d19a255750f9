#pragma once
// Who is in places, by the steps' `presence`: for each place a crowd of dots, each with its slot
// and the time for which it stands. Planned once; how a dot is drawn is crowd_dots' work.

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "core/confidence.hpp"
#include "core/diagnostic.hpp"
#include "film/film.hpp"
#include "story/light_plan.hpp"
#include "story/timeline.hpp"

namespace ebbflow::story {

/// Somebody, or as many as a dot is worth. It stands from `from` to `until`, lights' seconds.
struct CrowdDot {
    std::uint32_t slot = 0;  ///< from the middle of the crowd outwards
    float from = -std::numeric_limits<float>::infinity();  ///< since before the crowd came
    float until = std::numeric_limits<float>::infinity();  ///< for longer than the crowd stands
    [[nodiscard]] bool stands(float seconds) const { return from <= seconds && seconds < until; }
    friend bool operator==(const CrowdDot&, const CrowdDot&) = default;
};

/// All dots of one entry round one place.
struct PlaceCrowd {
    std::string placeId;  ///< of the gazetteer; empty for bare coordinates
    core::LonLat position;
    core::MapPoint at;
    bool onMap = true;       ///< or else nothing stands there, and `at` means nothing
    std::uint32_t kind = 0;  ///< index into LightPlan::kinds
    core::Confidence confidence = core::Confidence::documented;  ///< the weakest of its rows
    std::uint32_t endSlot = 0;  ///< one more than the outermost that it or one inside it has
    std::vector<CrowdDot> dots;
};

/// One entry of `presence` over the steps, one after another in one chapter, that have it.
struct PresenceRun {
    scene::Presence script;
    std::size_t first = 0, last = 0;  ///< steps of the timeline
    std::int64_t perDot = 1;          ///< units
    std::vector<PlaceCrowd> crowds;
    /// Of all its crowds on the map.
    [[nodiscard]] std::int64_t standing(double lightSeconds) const;
};

/// In the order of the steps. A crowd of more than 10,000 dots is reported, and so are unknown
/// places.
[[nodiscard]] std::vector<PresenceRun> planPresence(const film::Film& film,
                                                    const Timeline& timeline,
                                                    const LightPlan& lights,
                                                    core::Diagnostics& diagnostics);

}  // namespace ebbflow::story
