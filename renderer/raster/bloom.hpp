#pragma once
// The quarter-size light: bloom of the lights, and the glows of cities and works, which are soft
// enough to be drawn small. As shaders/quarter.frag.glsl and shaders/blur.frag.glsl make it on a
// GPU.

#include <span>
#include <vector>

#include "raster/crew.hpp"
#include "raster/light_field.hpp"
#include "raster/sprites.hpp"
#include "raster/tile_set.hpp"

namespace ebbflow::raster {

/// Of a Gaussian as its taps fall on whole texels: the middle's weight, and of those either way.
[[nodiscard]] std::vector<float> blurWeights(int smallHeight);

class Bloom {
public:
    /// Blurs `lights` and adds the glows, in linear light. All of it lies in `shining`.
    void make(const LightField& lights, std::span<const Sprite> glows, const TileSet& shining,
              Crew& crew);
    [[nodiscard]] const LightField& light() const { return first_; }

private:
    void resize(int width, int height);
    LightField first_, second_;
    std::vector<float> weights_;
};

}  // namespace ebbflow::raster
