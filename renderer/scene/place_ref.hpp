#pragma once
// A point of the map as the script names it. Plain data; the gazetteer finds names, geo projects.

#include <optional>
#include <string>

#include "core/coordinates.hpp"
#include "core/diagnostic.hpp"

namespace ebbflow::scene {

/// A place's name or id, or a position written as {lat, lon}.
struct PlaceRef {
    std::string name;
    std::optional<core::LonLat> position;
    core::SourcePlace place;
    friend bool operator==(const PlaceRef&, const PlaceRef&) = default;
};

}  // namespace ebbflow::scene
