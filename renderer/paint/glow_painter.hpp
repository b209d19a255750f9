#pragma once
// The quarter-size light: bloom of the lights, and the glows of cities and works, which are soft
// enough to be drawn small.

#include <vector>

#include "gl/objects.hpp"
#include "paint/fullscreen.hpp"
#include "paint/programs.hpp"
#include "paint/sprite_painter.hpp"

namespace ebbflow::paint {

class GlowPainter {
public:
    explicit GlowPainter(const Fullscreen& fullscreen);
    /// Blurs `lights` and adds the glows, in linear light.
    void paint(const Programs& programs, const gl::Texture& lights,
               const std::vector<Sprite>& glows);
    /// RGBA16F, a quarter of the lights' size each way.
    [[nodiscard]] const gl::Texture& picture() const { return first_; }

private:
    void resize(int width, int height);
    void blur(const Programs& programs) const;
    const Fullscreen& fullscreen_;
    SpritePainter sprites_;
    gl::Texture first_, second_;
    gl::Framebuffer firstTarget_, secondTarget_;
};

}  // namespace ebbflow::paint
