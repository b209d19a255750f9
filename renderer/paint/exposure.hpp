#pragma once
// Light gathered from finer pictures and from several moments, in linear light and 32-bit floats,
// and developed into the picture of a frame. It draws no map itself.

#include "gl/objects.hpp"
#include "paint/fullscreen.hpp"
#include "paint/programs.hpp"

namespace ebbflow::paint {

class Exposure {
public:
    explicit Exposure(const Fullscreen& fullscreen) : fullscreen_(fullscreen) {}

    /// Darkness, for a frame of that size.
    void begin(int width, int height);
    /// Adds a picture `across` times as wide and high, sRGB-encoded, by its share of the time. The
    /// shares of a frame add up to 1.
    void add(const Programs& programs, const gl::Texture& picture, int across, float share);
    /// Paints what was gathered into the bound framebuffer; `levels`: that its dither is for.
    void develop(const Programs& programs, float levels) const;

private:
    const Fullscreen& fullscreen_;
    gl::Texture light_;
    gl::Framebuffer target_;
};

}  // namespace ebbflow::paint
