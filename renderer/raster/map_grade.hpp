#pragma once
// The grade of a map's ground with all that makes it recede.

#include "picture/description.hpp"
#include "picture/ground_grade.hpp"
#include "raster/look.hpp"

namespace ebbflow::raster {

/// Of a picture without its map.
inline const picture::GroundGrade kNoGround{.brightness = 0};

/// kNoGround where the map is not `shown`.
[[nodiscard]] inline picture::GroundGrade mapGrade(const picture::MapPicture& map, bool shown) {
    return shown ? picture::groundGrade(map.grade, 1 - kDimmest * map.dim) : kNoGround;
}

}  // namespace ebbflow::raster
