#pragma once
// Draws sprites (raster/sprites.hpp). Callers choose target and blending.

#include <cstdint>
#include <vector>

#include "gl/objects.hpp"
#include "paint/fullscreen.hpp"
#include "paint/programs.hpp"
#include "raster/sprites.hpp"

namespace ebbflow::paint {

class SpritePainter {
public:
    explicit SpritePainter(const Fullscreen& fullscreen);
    /// Sends this frame's sprites to the GPU.
    void upload(const std::vector<raster::Sprite>& sprites);
    /// Draws a range of what was uploaded into the bound framebuffer, whose real size is `width` ×
    /// `height`.
    void draw(const Programs& programs, std::size_t first, std::size_t count, int width,
              int height) const;

private:
    const Fullscreen& fullscreen_;
    gl::Buffer sprites_;
};

}  // namespace ebbflow::paint
