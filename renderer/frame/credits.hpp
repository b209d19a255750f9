#pragma once
// What the flows of each chapter rest on: per kind the source and the confidence that carry most of
// its people there. For the source line; the whole list is the audit's.

#include <string>
#include <vector>

#include "core/confidence.hpp"
#include "frame/film.hpp"
#include "frame/light_plan.hpp"
#include "frame/timeline.hpp"

namespace ebbflow::frame {

struct KindCredit {
    std::size_t kind = 0;  ///< index into LightPlan::kinds
    std::string source;    ///< id, or free text; may be empty
    core::Confidence confidence = core::Confidence::unverified;
    std::int64_t count = 0;
};

/// Per chapter, the kinds that have rows in its days, in the order of the kinds.
[[nodiscard]] std::vector<std::vector<KindCredit>> planCredits(const Film& film,
                                                               const Timeline& timeline,
                                                               const LightPlan& lights);

}  // namespace ebbflow::frame
