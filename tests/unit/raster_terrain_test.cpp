#include <cmath>

#include <gtest/gtest.h>

#include "raster/land_shelf.hpp"
#include "raster/slope_levels.hpp"

namespace ebbflow::raster {
namespace {

/// Rising by `east` and `north` metres a kilometre, in texels of 2 km.
geo::Relief ramp(double east, double north, int width, int height) {
    geo::Relief relief;
    relief.width = width;
    relief.height = height;
    relief.extent = {0, 0, 2.0 * width, 2.0 * height};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            relief.metres.push_back(static_cast<float>(1000 + 2 * (east * x - north * y)));
    return relief;
}

unsigned byteAt(std::uint32_t texel, unsigned which) {
    return texel >> (8 * which) & 255U;
}

TEST(SlopeLevels, AreTheRiseAlongEachAxisAndTheHeight) {
    Crew crew(2);
    const auto levels = slopeLevels(ramp(25, -75, 20, 12), crew);
    const std::uint32_t inside = levels[0].texels[5 * 20 + 7];
    // 25 m/km lands in the middle of the upper half, three times as much at three quarters of the
    // lower.
    EXPECT_EQ(byteAt(inside, 0), std::lround(255 * 0.75));
    EXPECT_EQ(byteAt(inside, 1), std::lround(255 * (0.5 - 0.375)));
    EXPECT_EQ(byteAt(inside, 2), std::lround(255 * (1000 + 2 * (25 * 7 + 75 * 5)) / 6000.0));
}

TEST(SlopeLevels, HalveDownToOneTexelAndKeepTheMean) {
    Crew crew(1);
    const auto levels = slopeLevels(ramp(3, 40, 37, 10), crew);
    int width = 37, height = 10;
    for (const SlopeLevel& level : levels) {
        ASSERT_EQ(level.width, width);
        ASSERT_EQ(level.height, height);
        ASSERT_EQ(level.texels.size(), static_cast<std::size_t>(width * height));
        // The rim, which rises by half, weighs more the smaller a level is.
        EXPECT_NEAR(
            byteAt(level.texels[static_cast<std::size_t>(height / 2 * width + width / 2)], 0),
            byteAt(levels[0].texels[5 * 37 + 18], 0), width > 8 ? 1 : 8);
        width = std::max(width / 2, 1);
        height = std::max(height / 2, 1);
    }
    EXPECT_EQ(levels.back().texels.size(), 1U);
}

TEST(SlopeLevels, AreTheSameForAnyNumberOfHands) {
    Crew one(1), three(3);
    const geo::Relief relief = ramp(13, 7, 91, 53);
    const auto a = slopeLevels(relief, one), b = slopeLevels(relief, three);
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) EXPECT_EQ(a[i].texels, b[i].texels);
}

TEST(SlopeLevels, OfNoReliefAreOneLevelTexel) {
    Crew crew(1);
    const auto levels = slopeLevels({}, crew);
    ASSERT_EQ(levels.size(), 1U);
    EXPECT_EQ(byteAt(levels[0].texels.at(0), 0), 128U);
    EXPECT_EQ(byteAt(levels[0].texels.at(0), 2), 0U);
}

/// A square of land from −half to half, km.
geo::World square(float half) {
    geo::World world{.projection = geo::Projection("+proj=laea +lat_0=50 +lon_0=80")};
    world.land.vertices = {{-half, -half}, {half, -half}, {half, half}, {-half, half}};
    world.land.indices = {0, 1, 2, 0, 2, 3};
    geo::Area area;
    area.indexCount = 6;
    area.bounds = {-half, -half, half, half};
    world.land.areas = {area};
    return world;
}

/// Of the texel that a place lies in.
int nearnessAt(const LandShelf& shelf, double x, double y) {
    const int column = static_cast<int>((x - shelf.box.x) * shelf.box.z * shelf.width);
    const int row = static_cast<int>((y - shelf.box.y) * shelf.box.w * shelf.height);
    return shelf.nearness.at(static_cast<std::size_t>(row) * static_cast<std::size_t>(shelf.width) +
                             static_cast<std::size_t>(column));
}

TEST(LandShelf, IsFullInlandHalfAtTheCoastAndNothingFarOut) {
    const LandShelf shelf = landShelf(square(1500));
    EXPECT_EQ(nearnessAt(shelf, 0, 0), 255);
    EXPECT_NEAR(nearnessAt(shelf, 1500, 0), 127, 6);
    EXPECT_LE(nearnessAt(shelf, 1855, 0), 1);
    EXPECT_NEAR(nearnessAt(shelf, 1500, 1500), 64, 6) << "a quarter of what lies round a corner";
}

TEST(LandShelf, IsTheSameHoweverMuchOfTheLandTheFilmLooksAt) {
    geo::World world = square(4000);
    const LandShelf whole = landShelf(world);
    world.focus = core::MapBox{2500, -1000, 4000, 1000};
    const LandShelf part = landShelf(world);
    for (const double x : {3500.0, 3900.0, 4000.0, 4100.0})
        EXPECT_NEAR(nearnessAt(whole, x, 0), nearnessAt(part, x, 0), 9) << x;
}

}  // namespace
}  // namespace ebbflow::raster
