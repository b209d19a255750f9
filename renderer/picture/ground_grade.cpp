#include "picture/ground_grade.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace ebbflow::picture {

namespace {

// ITU-R BT.709: what red, green and blue add to luminance.
constexpr glm::vec3 kLuma{0.2126F, 0.7152F, 0.0722F};
// Linear light of the lifted states' land, about which contrast turns.
constexpr float kMiddle = 0.055F;
// Red gains and blue loses so much at 1; green makes up for the luminance.
constexpr float kWarmth = 0.32F;

/// The light that the picture has without any grade.
constexpr glm::vec2 kUsualLight{0.57F, -0.43F};

}  // namespace

GroundGrade groundGrade(const Grade& grade, float brightness) {
    GroundGrade result;
    result.brightness = brightness;
    Grade usual;
    usual.sun = grade.sun;
    result.plain = grade == usual;
    if (result.plain) return result;
    const auto saturation = static_cast<float>(grade.saturation);
    const auto temperature = static_cast<float>(grade.temperature);
    const auto contrast = static_cast<float>(grade.contrast);
    const float gain = brightness * static_cast<float>(grade.luma);
    glm::vec3 tint(1 + kWarmth * temperature, 1, 1 - kWarmth * temperature);
    tint /= glm::dot(tint, kLuma);
    for (int column = 0; column < 3; ++column) {
        for (int row = 0; row < 3; ++row) {
            const float own = row == column ? saturation : 0;
            result.matrix[column][row] =
                gain * contrast * tint[row] * (own + (1 - saturation) * kLuma[column]);
        }
    }
    result.added = tint * (gain * kMiddle * (1 - contrast));
    result.vignette = static_cast<float>(grade.vignette);
    return result;
}

glm::vec3 graded(const GroundGrade& grade, const glm::vec3& colour) {
    if (grade.plain) return colour * grade.brightness;
    return glm::max(grade.matrix * colour + grade.added, glm::vec3(0));
}

glm::vec4 lumaWeights(const GroundGrade& grade) {
    if (grade.plain) return glm::vec4(kLuma * grade.brightness, 0);
    return glm::vec4(kLuma * grade.matrix, glm::dot(kLuma, grade.added));
}

glm::vec2 slopeLight(const Sun& sun) {
    if (sun == Sun{}) return kUsualLight;
    const double turn = sun.azimuth * std::numbers::pi / 180;
    // As strong as usual at 45°; a lower sun throws longer shadows, up to two and a half times.
    const double strength =
        std::min(2.5 * 0.714, 0.714 / std::tan(sun.height * std::numbers::pi / 180));
    return {static_cast<float>(-std::sin(turn) * strength),
            static_cast<float>(-std::cos(turn) * strength)};
}

}  // namespace ebbflow::picture
