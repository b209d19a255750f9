#pragma once
// All that describe() reads: the story of a film and the plan of its screen, in one language. The
// last of the stages Film → Story → Plan; a finished value that any number of threads may read.

#include <memory>

#include "screen/screen_plan.hpp"
#include "story/story.hpp"
#include "text/typesetter.hpp"

namespace ebbflow::frame {

struct Plan : screen::ScreenPlan {
    explicit Plan(screen::ScreenPlan finished) : ScreenPlan(std::move(finished)) {}
};

/// Nothing when `diagnostics` then has errors. `film` must be free of them.
[[nodiscard]] std::shared_ptr<const Plan> makePlan(
    std::shared_ptr<const film::Film> film, std::shared_ptr<const text::Typesetter> typesetter,
    const story::StoryOptions& options, core::Diagnostics& diagnostics);

}  // namespace ebbflow::frame
