#pragma once
// A grade as numbers for each pixel of the ground: a matrix, what is added, and a vignette. Both
// ways of making a picture go by them.

#include <glm/mat3x3.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>

#include "picture/grade.hpp"

namespace ebbflow::picture {

struct GroundGrade {
    float brightness = 1;  ///< where nothing else is graded, this alone: less behind a focus
    bool plain = true;     ///< whether nothing else is
    glm::mat3 matrix{1};   ///< of linear red, green, blue; with the brightness
    glm::vec3 added{0};    ///< after it; what falls below 0 is black
    float vignette = 0;    ///< 0…1: what the corners lose
    friend bool operator==(const GroundGrade&, const GroundGrade&) = default;
};

/// `brightness`: 0…1, of what recedes behind a focus.
[[nodiscard]] GroundGrade groundGrade(const Grade& grade, float brightness);

/// What `added` and `matrix` make of a colour of the ground, linear.
[[nodiscard]] glm::vec3 graded(const GroundGrade& grade, const glm::vec3& colour);

/// What linear red, green and blue of the ground, and 1, weigh in its luma when it is graded; of
/// the middle of the picture, without a vignette.
[[nodiscard]] glm::vec4 lumaWeights(const GroundGrade& grade);

/// Along the map's x and y: by how much a rise brightens or darkens, as curves.glsl's hillshade()
/// takes it.
[[nodiscard]] glm::vec2 slopeLight(const Sun& sun);

}  // namespace ebbflow::picture
