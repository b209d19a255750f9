#pragma once
// Light gathered from finer pictures and from several moments, in linear light and 32-bit floats,
// and developed into the picture of a frame. It draws no map itself.

#include "raster/crew.hpp"
#include "raster/light_field.hpp"
#include "raster/pixels.hpp"

namespace ebbflow::raster {

class Exposure {
public:
    /// Darkness, for a frame of that size.
    void begin(int width, int height);
    /// Adds a picture of 16 bits a channel, `across` times as wide and high, by its share of the
    /// time. The shares of a frame add up to 1.
    void add(const Pixels& picture, int across, float share, Crew& crew);
    /// What was gathered, as the picture; `levels`: that its dither is for.
    void develop(float levels, Crew& crew, Pixels& picture) const;

private:
    LightField light_;
};

}  // namespace ebbflow::raster
