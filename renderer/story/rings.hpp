#pragma once
// Moments at which a stream sets out or first arrives: a ring spreads at the city. A river of
// lights makes one ring when it begins, not one for every light.

#include <vector>

#include "story/light_plan.hpp"

namespace ebbflow::story {

struct RingEvent {
    double seconds = 0;       ///< of the lights' own time
    std::uint32_t place = 0;  ///< index into LightPlan::places
    std::uint32_t kind = 0;
};

/// How long a ring spreads, lights' seconds.
inline constexpr double kRingSeconds = 1.6;

/// Sorted by time. A stream that pauses for longer than a ring lasts begins anew.
[[nodiscard]] std::vector<RingEvent> planRings(const LightPlan& story);

}  // namespace ebbflow::story
