#pragma once
// States as a script calls them. It finds names for names; which state is drawn where is the
// world's business.

#include "film/film.hpp"

namespace ebbflow::film {

/// Puts, in `highlight`, the map's own names of a state in the place of others that it goes by
/// (`Myanmar` where the map has Burma). What the map has as it is written stays, and so does what
/// it has not.
void takeNamesOfTheMap(scene::Map& map, const geo::World& world);

}  // namespace ebbflow::film
