#pragma once
// Fills the polygons of one layer in flat colours, at the detail that the scale shows. It keeps the
// layer's triangles on the GPU, each level of detail from when it is first asked for.

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "core/colour.hpp"
#include "geo/world.hpp"
#include "gl/objects.hpp"
#include "paint/programs.hpp"
#include "raster/simplify.hpp"
#include "raster/visible.hpp"

namespace ebbflow::paint {

class AreaPainter {
public:
    /// `layer` must outlive it.
    AreaPainter(const geo::AreaLayer& layer, const char* label);

    /// Fills the areas that touch `seen.box`, in one colour. The view block must be bound.
    void fill(const Programs& programs, std::span<const std::uint32_t> areas,
              const core::Colour& colour, float reliefShare, const raster::Seen& seen);
    void fillAll(const Programs& programs, const core::Colour& colour, float reliefShare,
                 const raster::Seen& seen);

private:
    struct Level {
        std::vector<std::vector<raster::Patch>> areas;
        gl::Buffer indices;
        gl::VertexArray array;
    };
    const Level& levelFor(int detail);

    const geo::AreaLayer& layer_;
    const char* label_;
    std::vector<std::uint32_t> all_;
    gl::Buffer vertices_;
    std::map<int, Level> levels_;
};

}  // namespace ebbflow::paint
