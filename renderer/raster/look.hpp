#pragma once
// Numbers of the picture's look that both ways of making it go by: GL's passes and the processor's
// vectors. Its curves are in shaders/curves.glsl, which both compile.

#include <glm/vec3.hpp>

namespace ebbflow::raster {

/// The strength of a light's head at its brightest, before it is tamed for the screen.
inline constexpr float kPeak = 1.35F;
/// How much of the bloom is added.
inline constexpr float kBloom = 0.42F;
/// How much of the ground's light `dim` of 1 takes away.
inline constexpr float kDimmest = 0.62F;
/// Texels of the lights, each way, to one of the bloom.
inline constexpr int kSmaller = 4;

/// Added to the sea at a coast, linear.
inline constexpr glm::vec3 kShelf{0.0068F, 0.0135F, 0.0195F};

}  // namespace ebbflow::raster
