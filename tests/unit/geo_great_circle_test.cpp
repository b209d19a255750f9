// Great circles against known distances, and as properties over many pairs.

#include <cmath>

#include <gtest/gtest.h>

#include "geo/great_circle.hpp"

namespace ebbflow::geo {
namespace {

using core::LonLat;

constexpr LonLat kMoscow{37.6173, 55.7558};
constexpr LonLat kPeking{116.4074, 39.9042};

TEST(GreatCircle, KnownDistances) {
    EXPECT_DOUBLE_EQ(greatCircleKm(kMoscow, kMoscow), 0);
    EXPECT_NEAR(greatCircleKm({0, 0}, {90, 0}), kEarthRadiusKm * M_PI / 2, 1e-9);
    EXPECT_NEAR(greatCircleKm({0, -90}, {123, 90}), kEarthRadiusKm * M_PI, 1e-9);
    // A degree of the sphere's circle: 111.195 km.
    EXPECT_NEAR(greatCircleKm({10, 20}, {10, 21}), 111.195, 0.001);
    EXPECT_NEAR(greatCircleKm(kMoscow, kPeking), 5793, 10);
    // London to New York, about 5,570 km in every atlas.
    EXPECT_NEAR(greatCircleKm({-0.1278, 51.5074}, {-74.0060, 40.7128}), 5570, 5);
    // One metre is not lost to rounding.
    EXPECT_NEAR(greatCircleKm({100, 50}, {100, 50 + 1 / 111195.08}), 0.001, 1e-9);
}

TEST(GreatCircle, PointsLieOnTheWayInProportion) {
    for (double lon = -179; lon < 180; lon += 37) {
        for (double lat = -80; lat <= 80; lat += 23) {
            const LonLat end{lon, lat};
            const double whole = greatCircleKm(kMoscow, end);
            for (const double f : {0.0, 0.25, 0.5, 1.0}) {
                const LonLat p = greatCirclePoint(kMoscow, end, f);
                EXPECT_NEAR(greatCircleKm(kMoscow, p), f * whole, 1e-6);
                EXPECT_NEAR(greatCircleKm(p, end), (1 - f) * whole, 1e-6);
            }
        }
    }
}

TEST(GreatCircle, PathRunsOnAcrossTheAntimeridian) {
    const LonLat tokyo{139.69, 35.69}, seattle{-122.33, 47.61};
    const auto path = greatCirclePath(tokyo, seattle, 65);
    ASSERT_EQ(path.size(), 65U);
    EXPECT_EQ(path.front(), tokyo);
    EXPECT_NEAR(path.back().lon, seattle.lon + 360, 1e-9);
    for (std::size_t i = 1; i < path.size(); ++i) {
        EXPECT_LT(std::abs(path[i].lon - path[i - 1].lon), 10);
    }
}

TEST(GreatCircle, AntipodesGoOverThePole) {
    const LonLat a{30, 40}, b{-150, -40};
    const LonLat middle = greatCirclePoint(a, b, 0.5);
    EXPECT_NEAR(greatCircleKm(a, middle), kEarthRadiusKm * M_PI / 2, 1e-6);
    EXPECT_NEAR(greatCirclePoint(a, b, 50.0 / 180).lat, 90, 1e-6);
}

}  // namespace
}  // namespace ebbflow::geo
