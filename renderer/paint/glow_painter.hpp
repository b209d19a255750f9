#pragma once
// The quarter-size light: bloom of the lights, and the glows of cities and works, which are soft
// enough to be drawn small.

#include <vector>

#include "gl/objects.hpp"
#include "paint/fullscreen.hpp"
#include "paint/programs.hpp"
#include "paint/sprite_painter.hpp"
#include "paint/tile_painter.hpp"
#include "raster/tile_set.hpp"

namespace ebbflow::paint {

class GlowPainter {
public:
    explicit GlowPainter(const Fullscreen& fullscreen);
    /// Blurs `lights` and adds the glows, in linear light. All of it lies in `shining`.
    void paint(const Programs& programs, const gl::Texture& lights,
               const std::vector<raster::Sprite>& glows, const raster::TileSet& shining);
    /// RGBA16F, a quarter of the lights' size each way.
    [[nodiscard]] const gl::Texture& picture() const { return first_; }

private:
    void resize(int width, int height);
    void shrink(const Programs& programs, const gl::Texture& lights,
                std::span<const glm::ivec4> tiles);
    void blur(const Programs& programs, std::span<const glm::ivec4> tiles);
    const Fullscreen& fullscreen_;
    SpritePainter sprites_;
    TilePainter tiles_;
    gl::Texture first_, second_;
    gl::Framebuffer firstTarget_, secondTarget_;
};

}  // namespace ebbflow::paint
