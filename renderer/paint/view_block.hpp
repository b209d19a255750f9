#pragma once
// What the shaders know of camera and clock, laid out as shaders/view.glsl has it.

#include <cstdint>

#include <glm/mat3x3.hpp>
#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec4.hpp>

#include "picture/camera.hpp"

namespace ebbflow::paint {

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

/// Normalised device coordinates to the map plane, homogeneous, km relative to the camera's centre.
[[nodiscard]] glm::mat3 mapFromNdc(const picture::CameraView& view, double aspect);

}  // namespace ebbflow::paint
