#pragma once
// Draws rectangles of whole pixels into the bound framebuffer: the tiles of a raster::TileSet, at
// the picture's size or smaller. The caller has set blending, uniforms and textures.

#include <span>
#include <vector>

#include <glm/vec4.hpp>

#include "gl/objects.hpp"
#include "gl/program.hpp"
#include "paint/fullscreen.hpp"

namespace ebbflow::paint {

/// Rectangles of a picture in a target that is `divisor` times smaller: all texels they touch.
[[nodiscard]] std::vector<glm::ivec4> smaller(std::span<const glm::ivec4> rectangles, int divisor);

class TilePainter {
public:
    explicit TilePainter(const Fullscreen& fullscreen);
    /// `program`, which is in use, has tiles.vert.glsl. Rectangles: left, bottom, right, top in
    /// pixels of the target, which is `width` × `height`.
    void draw(const gl::Program& program, std::span<const glm::ivec4> rectangles, int width,
              int height);

private:
    const Fullscreen& fullscreen_;
    gl::Buffer rectangles_;
};

}  // namespace ebbflow::paint
