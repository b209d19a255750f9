#pragma once
// Which of a film's lights anybody ever sees: whether a light is inside the picture at a moment of
// its way. It looks with the film's own cameras and draws nothing.

#include <map>
#include <string>

#include "flow/audit.hpp"
#include "story/story.hpp"

namespace ebbflow::story {

/// Of each kind. Looks ten times a second of film, at the middle of each stream: what furniture
/// lies over counts as seen.
[[nodiscard]] std::map<std::string, flow::Sightings> sightings(const Story& story);

}  // namespace ebbflow::story
