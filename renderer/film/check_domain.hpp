#pragma once
// Whether the map's projection covers what the cameras are to show. Places on the ground alone:
// ways that leave the map are the light plan's to report.

#include "core/diagnostic.hpp"
#include "film/film.hpp"

namespace ebbflow::film {

/// A camera of whose places some lie outside of the projection's domain is a warning that names
/// them; one whose places all do is an error.
void checkDomain(const Film& film, core::Diagnostics& diagnostics);

}  // namespace ebbflow::film
