#pragma once
// Rows of the `places`, `names` and `rail` layers to gazetteer, lettering and routes.

#include <span>
#include <vector>

#include "core/diagnostic.hpp"
#include "geo/vector_source.hpp"
#include "geo/world.hpp"

namespace ebbflow::geo {

/// What addPlaces() wants in Feature::values, in this order.
[[nodiscard]] std::vector<std::string> placeFields();
/// Adds the rows, the atlas's or the script's: a place of the script replaces the atlas's of that
/// id.
void addPlaces(std::span<const Feature> rows, Gazetteer& gazetteer);

/// What mapNamesOf() wants in Feature::values, in this order.
[[nodiscard]] std::vector<std::string> mapNameFields();
/// One name a row, in the order of the rows.
[[nodiscard]] std::vector<MapName> mapNamesOf(const std::vector<Feature>& rows);

/// One route a feature, by its id or else its name; the parts of a broken line are walked one after
/// the other. `idField` is its place in Feature::values.
[[nodiscard]] std::vector<Route> routesOf(const std::vector<Feature>& rail, std::size_t idField);

}  // namespace ebbflow::geo
