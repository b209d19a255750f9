#pragma once
// Makes the plan of all lights: launches every departure of every chapter.

#include "core/diagnostic.hpp"
#include "film/film.hpp"
#include "story/light_plan.hpp"
#include "story/timeline.hpp"

namespace ebbflow::story {

/// Reports unknown routes, `like:` of unknown kinds and more kinds than can be shown. Where a kind
/// has no `one_light`, N is the smallest of 1, 2, 5, 10 … that keeps the film within 60,000 lights.
[[nodiscard]] LightPlan planLights(const film::Film& film, const Timeline& timeline,
                                   core::Diagnostics& diagnostics);

}  // namespace ebbflow::story
