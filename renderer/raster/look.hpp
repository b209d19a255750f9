#pragma once
// Numbers of the picture's look that both ways of making it go by: GL's passes and the processor's
// vectors. Its curves are in shaders/curves.glsl, which both compile.

#include <glm/vec3.hpp>

namespace ebbflow::raster {

/// The strength of a light's head at its brightest, before it is tamed for the screen.
inline constexpr float kPeak = 1.35F;
/// How much of the bloom is added.
inline constexpr float kBloom = 0.22F;
/// What a glow or a square's own light, which are drawn into the bloom, is multiplied with.
inline constexpr float kGlow = 1.9F;
/// Of a head's radius, how far its peak reaches.
inline constexpr float kHeadEdge = 1.7F;
/// Real pixels that it reaches at least: what would be smaller is drawn so and weaker, with the
/// same light in all, so that no head blinks between pixels.
inline constexpr float kLeastHead = 1.6F;
/// How much further a head reaches that is not verified at all.
inline constexpr float kSoftHead = 1.6F;
/// Real pixels: the tail of a light that stands, which is none.
inline constexpr float kNoTail = 0.001F;
/// Of a head's radius and reach, those of a light that stands.
inline constexpr float kStandingHead = 0.45F;
/// Of the linear luma of the land that it crosses, what a thread adds where it is strongest, before
/// the bloom adds more. With that, a thread's luma as shown is at most 15 % above the land's.
inline constexpr float kThread = 0.15F;
/// How much of the ground's light `dim` of 1 takes away.
inline constexpr float kDimmest = 0.62F;
/// Texels of the lights, each way, to one of the bloom.
inline constexpr int kSmaller = 4;

/// Added to the sea at a coast, linear.
inline constexpr glm::vec3 kShelf{0.0068F, 0.0135F, 0.0195F};

}  // namespace ebbflow::raster
