#pragma once
// What the flows of each step rest on: per kind that is seen there, the source and the confidence
// that carry most of its people. For legend and source line; the whole list is the audit's.

#include <span>
#include <string>
#include <vector>

#include "core/confidence.hpp"
#include "film/film.hpp"
#include "story/light_plan.hpp"
#include "story/presence.hpp"
#include "story/timeline.hpp"

namespace ebbflow::story {

struct KindCredit {
    std::size_t kind = 0;  ///< index into LightPlan::kinds
    std::string source;    ///< id, or free text; may be empty
    core::Confidence confidence = core::Confidence::unverified;
    std::int64_t count = 0;
};

/// Per step of the timeline, the kinds of which a light, a thread or a crowd is seen, in the order
/// of the kinds. They are weighed by their rows in the step's days; where none falls on those, and
/// lights still fly or threads stand, by those of the chapter, else of the film; of a crowd first
/// by those of the steps in which it stands.
[[nodiscard]] std::vector<std::vector<KindCredit>> planCredits(const film::Film& film,
                                                               const Timeline& timeline,
                                                               const LightPlan& lights,
                                                               std::span<const PresenceRun> crowds);

}  // namespace ebbflow::story
