// The ground by vectors: areas that share an edge share no sample and leave none out, whatever lies
// between bands; what is translucent is laid down once.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <random>
#include <vector>

#include "raster/bins.hpp"
#include "raster/ground_kernels.hpp"

namespace ebbflow::raster {
namespace {

constexpr int kSide = 100;

/// The whole picture and more as a fan of slivers round a point.
std::vector<GroundTriangle> fanRound(glm::vec2 middle, int slivers) {
    std::vector<glm::vec2> rim{{-9, -9}};
    for (const glm::vec2 corner : {glm::vec2(kSide + 9, -9), glm::vec2(kSide + 9, kSide + 9),
                                   glm::vec2(-9, kSide + 9), glm::vec2(-9, -9)}) {
        const glm::vec2 from = rim.back();
        for (int i = 1; i <= slivers; ++i)
            rim.push_back(from +
                          (corner - from) * (static_cast<float>(i) / static_cast<float>(slivers)));
    }
    std::vector<GroundTriangle> fan;
    for (std::size_t i = 0; i + 1 < rim.size(); ++i) {
        // Either way round.
        fan.push_back(i % 2 == 0 ? GroundTriangle{{middle, rim[i], rim[i + 1]}, 0}
                                 : GroundTriangle{{rim[i + 1], rim[i], middle}, 0});
    }
    return fan;
}

Pixels filled(const std::vector<GroundTriangle>& triangles, const FlatFill& fill) {
    Pixels flat;
    flat.resize(kSide, kSide, false);
    const Bins bins(triangles, kSide, true);
    BandMemory memory;
    for (int number = 0; number < bandsOf(kSide); ++number) {
        fillAreas(triangles, bins.of(number), std::span(&fill, 1), {20, 40, 60, 0},
                  bandAt(number, kSide), memory, flat);
    }
    return flat;
}

class Fans : public testing::TestWithParam<int> {};

TEST_P(Fans, CoverEverySampleOnce) {
    std::mt19937 random(11);
    // On 256ths of a pixel, as everything that is placed in a picture.
    std::uniform_int_distribution<int> anywhere(0, 256 * kSide);
    for (int round = 0; round < 20; ++round) {
        const glm::vec2 middle = glm::vec2(anywhere(random), anywhere(random)) / 256.0F;
        // Half of 220, 200, 180 and 255 over the sea; what is covered twice or not at all differs.
        const Pixels flat = filled(fanRound(middle, GetParam()), {{220, 200, 180, 255}, 0.5F});
        const std::uint8_t* first = flat.row8(0);
        EXPECT_NEAR(first[0], 120, 1);
        EXPECT_NEAR(first[3], 128, 1);
        for (int y = 0; y < kSide; ++y) {
            for (int x = 0; x < kSide; ++x) {
                for (int c = 0; c < 4; ++c)
                    ASSERT_EQ(flat.row8(y)[std::ptrdiff_t{4} * x + c], first[c]) << x << ' ' << y;
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Slivers, Fans, testing::Values(1, 7, 64, 512));

TEST(AreaEdges, AreMeansOfFourSamples) {
    // Its right edge at 50.5: samples at eighths 1, 3, 5 and 7 of a pixel, two of them left of it.
    const std::vector<GroundTriangle> half{
        {{glm::vec2(-9, -300), glm::vec2(50.5F, -300), glm::vec2(50.5F, 400)}, 0},
        {{glm::vec2(-9, -300), glm::vec2(50.5F, 400), glm::vec2(-9, 400)}, 0}};
    const Pixels flat = filled(half, {{220, 200, 180, 255}, 1});
    for (int y = 0; y < kSide; ++y) {
        EXPECT_EQ(flat.row8(y)[std::ptrdiff_t{4} * 49], 220);
        EXPECT_NEAR(flat.row8(y)[std::ptrdiff_t{4} * 50], 120, 1);
        EXPECT_EQ(flat.row8(y)[std::ptrdiff_t{4} * 51], 20);
    }
}

}  // namespace
}  // namespace ebbflow::raster
