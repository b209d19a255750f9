#pragma once
// A picture as BT.709 limited-range planes in the processor's memory, as shaders/luma.frag.glsl and
// its neighbours make them on a GPU. What of the picture did not change stays as it was.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "raster/crew.hpp"
#include "raster/pixels.hpp"
#include "raster/plane_format.hpp"
#include "raster/plane_store.hpp"
#include "raster/tile_set.hpp"

namespace ebbflow::raster {

class PlaneMaker {
public:
    /// `changed`: the tiles of the picture that are not as they were at the last call.
    void make(const Pixels& picture, PlaneLayout layout, PlaneSamples samples,
              const TileSet& changed, Crew& crew);
    /// Copies what was made last: three planes, or four.
    void copy(std::span<const PlaneTarget> targets) const;

private:
    bool resize(int width, int height, PlaneLayout layout, PlaneSamples samples);
    std::array<PlaneStore, 4> planes_;
    PlaneLayout layout_ = PlaneLayout::yuv420;
    PlaneSamples samples_;
};

}  // namespace ebbflow::raster
