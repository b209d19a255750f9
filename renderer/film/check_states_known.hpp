#pragma once
// Whether the film's dates lie within the days of which the atlas knows the states.

#include "core/diagnostic.hpp"
#include "film/film.hpp"

namespace ebbflow::film {

/// One warning for the whole film, at the first step that goes outside; none where the script says
/// what is to be done.
void checkStatesKnown(const Film& film, core::Diagnostics& diagnostics);

}  // namespace ebbflow::film
