#pragma once
// Where the lights of one moment are in the picture and what they look like there, as
// shaders/light.vert.glsl works it out for a GPU, by the processor's vectors. It draws none.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>

#include "picture/description.hpp"
#include "raster/scan.hpp"
#include "raster/view_block.hpp"

namespace ebbflow::raster {

/// Linear light of one kind, without brightness.
[[nodiscard]] glm::vec3 lightOf(const picture::LightLook& look);

/// What lights of one kind that are equally sure have in common. Real pixels.
struct SplatLook {
    glm::vec3 colour{0};                   ///< linear, with the kind's brightness
    float core = 1, halo = 1;              ///< how far a crisp head reaches, and a soft one
    float perCore = 1, perHalo = 1;        ///< 1 over the squares of those
    float softness = 0;                    ///< 0…1: how much of its head is the soft one
    float shortest = 1, longest = 1;       ///< tail
    float flank = 1, edge = 0, atEnd = 0;  ///< half the tail's width, as shaders/curves.glsl has it
    float spread = 0, perSlant = 1;       ///< of two tails: tangent of half their angle, its cosine
    float crisp = 1, soft = 1, tail = 1;  ///< strengths
};

/// One light.
struct Splat {
    glm::vec2 head{0}, forward{1, 0};  ///< real pixels from the bottom left
    float length = 1;                  ///< of its tail, real pixels
    float brightness = 1;
    Corners outline{};  ///< real pixels
    std::uint32_t look = 0;
};

/// The triangle round a light whose other numbers are known.
[[nodiscard]] Corners outlineOf(const Splat& splat, const SplatLook& look);

/// Paths with a number of each of their samples after the other, for gathering.
struct PathTable {
    /// `packed`: as packPaths() makes them of these lights.
    PathTable(const picture::Lights& lights, std::span<const glm::vec4> packed);
    std::vector<float> x, y, height, sideX, sideY;  ///< km
    std::vector<float> begin, scale;                ///< of each path's part of its way
    std::uint32_t count = 0;
};

/// By core::Confidence; what is beyond them is as the last.
inline constexpr std::array kSoftness{0.0F, 0.4F, 0.6F, 0.6F, 0.9F};

/// kSoftness.size() of each kind. `scale`: real pixels to a reference pixel; `headShare`: of a
/// head's radius.
[[nodiscard]] std::vector<SplatLook> splatLooks(std::span<const picture::LightLook> looks,
                                                std::span<const float> brightness, float scale,
                                                float headShare);

/// What the lights of a moment have in common.
struct SplatView {
    std::span<const picture::LightVertex> lights;
    const PathTable& paths;
    std::span<const SplatLook> looks;
    const ViewBlock& view;
    float laneScale = 1;
    std::uint32_t firstLook = 0;  ///< what is added to the numbers of looks
};

/// Appends those of a range that are under way and in the picture, in order; none behind the
/// camera.
void appendSplats(const SplatView& view, const picture::LightRange& range, std::vector<Splat>& out);

}  // namespace ebbflow::raster
