#pragma once
// Fills the polygons of one layer in flat colours. It keeps the layer's triangles on the GPU and
// nothing else.

#include <cstdint>
#include <span>
#include <vector>

#include "core/colour.hpp"
#include "geo/world.hpp"
#include "gl/objects.hpp"
#include "paint/programs.hpp"

namespace ebbflow::paint {

class AreaPainter {
public:
    AreaPainter(const geo::AreaLayer& layer, const char* label);

    /// Fills the areas that touch `visible`, in one colour. The view block must be bound.
    void fill(const Programs& programs, std::span<const std::uint32_t> areas,
              const core::Colour& colour, float reliefShare, const core::MapBox& visible) const;
    void fillAll(const Programs& programs, const core::Colour& colour, float reliefShare,
                 const core::MapBox& visible) const;

private:
    struct Range {
        std::uint32_t firstIndex = 0;
        std::uint32_t indexCount = 0;
        core::MapBox bounds;
    };
    std::vector<Range> ranges_;
    std::vector<std::uint32_t> all_;
    gl::Buffer vertices_, indices_;
    gl::VertexArray array_;
};

}  // namespace ebbflow::paint
