#pragma once
// Rows of a picture as rows of planes, by the processor's vectors. Bit for bit the same for every
// set of instructions.

#include <array>

#include <glm/vec4.hpp>

#include "raster/pixels.hpp"
#include "raster/plane_format.hpp"
#include "raster/plane_store.hpp"

namespace ebbflow::raster {

/// What a picture is turned into.
struct PlaneWork {
    const Pixels& picture;
    std::array<PlaneStore, 4>& planes;
    PlaneSamples samples;
    int across = 2, down = 2;  ///< pixels to a sample of chroma
};

/// `part`: of the picture, rows counted from the top: left, top, right, bottom. Left and top are
/// whole blocks, and so are right and bottom but at the picture's edge.
void makePlanes(const PlaneWork& work, const glm::ivec4& part);

}  // namespace ebbflow::raster
