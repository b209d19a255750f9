// Grades: presets, the way from one to another, and what they make of the ground's light.

#include <cmath>

#include <gtest/gtest.h>
#include <glm/geometric.hpp>

#include "core/colour.hpp"
#include "picture/ground_grade.hpp"
#include "picture/palette.hpp"

namespace ebbflow::picture {
namespace {

constexpr glm::vec3 kWeights{0.2126F, 0.7152F, 0.0722F};

const glm::vec3 kColours[] = {{0.055F, 0.05F, 0.045F}, {0.02F, 0.03F, 0.05F}, {0.3F, 0.1F, 0.02F}};

TEST(Grade, LeftAloneChangesNothing) {
    const GroundGrade plain = groundGrade({}, 0.7F);
    EXPECT_TRUE(plain.plain);
    for (const glm::vec3& colour : kColours) EXPECT_EQ(graded(plain, colour), colour * 0.7F);
    EXPECT_TRUE(groundGrade({.sun = {90, 20}}, 1).plain) << "a sun is the relief's, not a colour";
}

TEST(Grade, LumaIsAFactorOfAllLight) {
    for (const glm::vec3& colour : kColours) {
        const glm::vec3 half = graded(groundGrade({.luma = 0.5}, 0.8F), colour);
        EXPECT_LT(glm::distance(half, colour * 0.4F), 1e-6F);
    }
}

TEST(Grade, SaturationAndTemperatureKeepLuminance) {
    for (const glm::vec3& colour : kColours) {
        const float luma = glm::dot(colour, kWeights);
        const glm::vec3 grey = graded(groundGrade({.saturation = 0}, 1), colour);
        EXPECT_NEAR(glm::dot(grey, kWeights), luma, 1e-6);
        EXPECT_NEAR(grey.r, grey.b, 1e-6);
        EXPECT_NEAR(glm::dot(graded(groundGrade({.saturation = 1.5}, 1), colour), kWeights), luma,
                    luma * 0.05);
        const glm::vec3 grounded(luma);
        const glm::vec3 warm = graded(groundGrade({.temperature = 0.8}, 1), grounded),
                        cold = graded(groundGrade({.temperature = -0.8}, 1), grounded);
        EXPECT_NEAR(glm::dot(warm, kWeights), luma, 1e-6);
        EXPECT_NEAR(glm::dot(cold, kWeights), luma, 1e-6);
        EXPECT_GT(warm.r, warm.b);
        EXPECT_LT(cold.r, cold.b);
    }
}

TEST(Grade, ContrastPartsLandFromSeaAndNeverGoesBelowNothing) {
    const glm::vec3 land = core::linear(palette::kLifted), sea = core::linear(palette::kSea);
    const auto apart = [&](double contrast) {
        const GroundGrade grade = groundGrade({.contrast = contrast}, 1);
        return glm::dot(graded(grade, land) - graded(grade, sea), kWeights);
    };
    EXPECT_LT(apart(0.7), apart(1));
    EXPECT_LT(apart(1), apart(1.1));
    const glm::vec3 black = graded(groundGrade({.contrast = 2}, 1), glm::vec3(0));
    EXPECT_EQ(black, glm::vec3(0));
}

TEST(Grade, GoesOverEvenlyAndTheSunTakesTheShorterWay) {
    const Grade from{.luma = 1, .sun = {350, 60}},
        to{.luma = 0.5, .temperature = -1, .sun = {20, 10}};
    EXPECT_EQ(mixed(from, to, 0), from);
    EXPECT_EQ(mixed(from, to, 1), to);
    const Grade half = mixed(from, to, 0.5);
    EXPECT_DOUBLE_EQ(half.luma, 0.75);
    EXPECT_DOUBLE_EQ(half.temperature, -0.5);
    EXPECT_NEAR(half.sun.azimuth, 5, 1e-9) << "over north, not over south";
    EXPECT_DOUBLE_EQ(half.sun.height, 35);
    EXPECT_EQ(mixed(from, from, 0.3), from);
}

TEST(Grade, ALowerSunShowsMoreReliefFromItsOwnSide) {
    const glm::vec2 usual = slopeLight({}), east = slopeLight({90, 45}), low = slopeLight({90, 20});
    EXPECT_LT(east.x, 0) << "what rises to the east turns away from a sun in the east";
    EXPECT_NEAR(east.y, 0, 1e-6);
    EXPECT_NEAR(glm::length(east), glm::length(usual), 0.001);
    EXPECT_GT(glm::length(low), 1.8F * glm::length(east));
    EXPECT_NEAR(glm::length(slopeLight({90, 90})), 0, 1e-6) << "from straight above: none";
    EXPECT_LT(glm::length(slopeLight({10, 10})), 1.8F);
    // Written out or left out, the usual sun is the same but for a hair.
    EXPECT_LT(glm::distance(slopeLight({307, 44.999}), usual), 0.01F);
}

}  // namespace
}  // namespace ebbflow::picture
