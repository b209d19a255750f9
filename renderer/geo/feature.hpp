#pragma once
// One feature of a vector layer: its shapes of one kind, its names and the days of its validity.

#include <optional>
#include <string>
#include <vector>

#include <glm/vec2.hpp>

#include "core/text_value.hpp"
#include "core/validity.hpp"
#include "geo/shapes.hpp"

namespace ebbflow::geo {

enum class ShapeKind { polygons, lines, points, none };

struct Feature {
    long long number = 0;                            ///< OGR's feature id
    bool fromScript = false;                         ///< of a file of the script's own
    std::vector<std::optional<std::string>> values;  ///< as VectorRequest::fields
    core::LocalText name;                            ///< from `name` and `name_…` columns
    core::Validity valid;                            ///< from `valid_from` and `valid_to`
    std::vector<Polygon> polygons;
    std::vector<Polyline> lines;
    std::vector<glm::dvec2> points;
};

}  // namespace ebbflow::geo
