#pragma once
// What the shaders know of camera and clock, laid out as shaders/view.glsl has it.

#include <cstdint>

#include <glm/mat3x3.hpp>
#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>

#include "picture/camera.hpp"

namespace ebbflow::raster {

struct ViewBlock {
    glm::mat4 clipFromMap{1.0F};
    glm::vec4 centre{0.0F};
    glm::vec2 pictureSize{0.0F};
    float scale = 1;
    float pixelsPerKm = 1;
    float nearest = 0;
    float filmSeconds = 0;
    float shimmerSeconds = 0;
    float unused = 0;
};
static_assert(sizeof(ViewBlock) == 112);

/// The camera's part; the clock stays 0.
[[nodiscard]] ViewBlock makeViewBlock(const picture::CameraView& view, int width, int height);

/// Of a point of the map, km and height. Float kilometres keep metres only if the large centre is
/// taken off in two steps.
[[nodiscard]] inline glm::vec4 clipOf(const ViewBlock& view, const glm::vec3& km) {
    const glm::vec2 relative =
        (glm::vec2(km) - glm::vec2(view.centre)) - glm::vec2(view.centre.z, view.centre.w);
    return view.clipFromMap * glm::vec4(relative, km.z, 1);
}

/// Real pixels from the bottom left.
[[nodiscard]] inline glm::vec2 pixelOf(const ViewBlock& view, const glm::vec4& clip) {
    return (glm::vec2(clip) / clip.w * 0.5F + 0.5F) * view.pictureSize;
}

/// Normalised device coordinates to the map plane, homogeneous, km relative to the camera's centre.
[[nodiscard]] glm::mat3 mapFromNdc(const picture::CameraView& view, double aspect);

}  // namespace ebbflow::raster
