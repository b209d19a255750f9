#pragma once
// Where a journey is at a moment, as the shaders have it (shaders/path.glsl): easing, and the paths
// as they are uploaded, each sample with the way to its right. Arithmetic only.

#include <cstdint>
#include <span>
#include <vector>

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>

#include "picture/description.hpp"

namespace ebbflow::raster {

/// The middle of a stream lies this many of its half widths to the right of the path, so that
/// opposite streams (of half width 1) never touch.
inline constexpr float kLaneCentre = 1.25F;
/// Widest half width of a stream, km, before the picture's own limit.
inline constexpr float kWidestLaneKm = 60.0F;
/// No stream's half width is more than this in the picture, reference pixels.
inline constexpr float kWidestLanePixels = 6.0F;

/// 0…1 of the duration → 0…1 of the way: gentle at both ends, yet never at rest under way.
[[nodiscard]] float eased(float u);

/// How many half widths right of its stream's middle a light is, −1…1, at that part of its way: its
/// own lane and the winding of its strand.
struct Lane {
    float at = 0;
    float turn = 0;  ///< how that grows with a whole way
};
[[nodiscard]] Lane laneOf(const picture::LightVertex& light, float way);

/// For each sample x, y, height (km) and, packed as two half floats, the vector of one half width
/// to the right of travel. Streams are as wide over an edge of the map as before it.
[[nodiscard]] std::vector<glm::vec4> packPaths(const picture::Lights& lights);

/// How much the middle of a stream bends: the largest second difference of neighbouring samples of
/// a packed path, km. A chord over h samples is h² times an eighth of it away from its curve, but
/// for the first and the last sample, where streams come out of their places.
[[nodiscard]] float bendOf(std::span<const glm::vec4> path);

/// How much narrower than their km the streams are drawn at this scale (reference pixels per km).
[[nodiscard]] float laneScale(double pixelsPerKm);

/// Where a journey is and how it goes on.
struct Spot {
    glm::vec3 point;  ///< km
    glm::vec3 way;    ///< how the point moves as s grows, km per whole length
};

/// A packed path at part `s` of its length; `lane` −1…1, and growing by `turn` with a whole path;
/// `scale`: as laneScale() has it.
[[nodiscard]] Spot pathSpot(std::span<const glm::vec4> packed, std::uint32_t path, float s,
                            Lane lane, float scale);
[[nodiscard]] inline glm::vec3 pathPoint(std::span<const glm::vec4> packed, std::uint32_t path,
                                         float s, float lane, float scale) {
    return pathSpot(packed, path, s, {lane}, scale).point;
}

}  // namespace ebbflow::raster
