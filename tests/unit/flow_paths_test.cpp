// Ways over the map: evenly sampled, joined to their ends, and never torn across a cut of the
// projection.
#include "flow/paths.hpp"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "geo/great_circle.hpp"
#include "geo/projection.hpp"
#include "unit/flow_random.hpp"

namespace ebbflow::flow {
namespace {

constexpr core::LonLat kMoscow{37.617, 55.756}, kPeking{116.4, 39.9}, kIrkutsk{104.3, 52.3};
const std::string kDefault = "+proj=laea +lat_0=50 +lon_0=80 +datum=WGS84";

double planeStep(const Path& path, std::size_t i) {
    const auto& a = path.samples[i];
    const auto& b = path.samples[i + 1];
    return std::hypot(static_cast<double>(b.x - a.x), static_cast<double>(b.y - a.y));
}

double longestStep(const Path& path) {
    double longest = 0;
    for (std::size_t i = 0; i + 1 < path.samples.size(); ++i) {
        longest = std::max(longest, planeStep(path, i));
    }
    return longest;
}

/// A railway of sorts: Moscow, Kazan, Omsk, Irkutsk, Harbin, Peking.
geo::Route railway() {
    return {"rail", {}, {kMoscow, {49.1, 55.8}, {73.4, 55.0}, kIrkutsk, {126.65, 45.75}, kPeking}};
}

TEST(Paths, EndAtTheTwoPlacesAndRiseBetween) {
    const geo::Projection projection(kDefault);
    const Path path = makePath(projection, kMoscow, kPeking, nullptr);
    ASSERT_EQ(path.samples.size(), static_cast<std::size_t>(kPathSamples));
    const auto start = *projection.forward(kMoscow), end = *projection.forward(kPeking);
    EXPECT_NEAR(path.samples.front().x, start.x, 0.01);
    EXPECT_NEAR(path.samples.back().y, end.y, 0.01);
    EXPECT_NEAR(path.groundKm, geo::greatCircleKm(kMoscow, kPeking), 1e-6);
    EXPECT_FALSE(path.alongRoute);
    float highest = 0;
    for (const auto& s : path.samples) highest = std::max(highest, s.z);
    EXPECT_FLOAT_EQ(path.samples.front().z, 0);
    EXPECT_FLOAT_EQ(path.samples.back().z, 0);
    EXPECT_NEAR(highest, 0.12 * path.groundKm, 0.001 * path.groundKm);
}

TEST(Paths, SamplesAreEvenOverTheGround) {
    const geo::Projection projection(kDefault);
    test::Random random(3);
    for (int i = 0; i < 60; ++i) {
        const core::LonLat a{static_cast<double>(random.in(-20, 180)),
                             static_cast<double>(random.in(-5, 80))};
        const core::LonLat b{static_cast<double>(random.in(-20, 180)),
                             static_cast<double>(random.in(-5, 80))};
        const auto route = railway();
        const Path path = makePath(projection, a, b, i % 2 == 0 ? nullptr : &route);
        ASSERT_EQ(path.samples.size(), static_cast<std::size_t>(kPathSamples));
        const double step = path.groundKm / (kPathSamples - 1);
        for (std::size_t s = 0; s + 1 < path.samples.size(); ++s) {
            const auto p = projection.inverse({path.samples[s].x, path.samples[s].y});
            const auto q = projection.inverse({path.samples[s + 1].x, path.samples[s + 1].y});
            // A bend of the route shortens the chord; nothing lengthens it. 1 m is float's grain.
            EXPECT_LE(geo::greatCircleKm(*p, *q), step + 0.005);
            if (path.alongRoute) continue;
            EXPECT_NEAR(geo::greatCircleKm(*p, *q), step, 0.005);
        }
    }
}

TEST(Paths, FollowARouteInBothDirections) {
    const geo::Projection projection(kDefault);
    const auto route = railway();
    const Path there = makePath(projection, kMoscow, kPeking, &route);
    const Path back = makePath(projection, kPeking, kMoscow, &route);
    EXPECT_TRUE(there.alongRoute);
    EXPECT_GT(there.groundKm, 1.05 * geo::greatCircleKm(kMoscow, kPeking));
    EXPECT_NEAR(there.groundKm, back.groundKm, 1e-6);
    const auto irkutsk = *projection.forward(kIrkutsk);
    double nearest = INFINITY;
    for (std::size_t i = 0; i < there.samples.size(); ++i) {
        const auto& s = there.samples[i];
        nearest = std::min(nearest, std::hypot(s.x - irkutsk.x, s.y - irkutsk.y));
        const auto& mirrored = back.samples[back.samples.size() - 1 - i];
        EXPECT_NEAR(s.x, mirrored.x, 0.01);
        EXPECT_NEAR(s.z, mirrored.z, 0.01);
    }
    EXPECT_LT(nearest, there.groundKm / (kPathSamples - 1));
    EXPECT_NEAR(there.samples[kPathSamples / 2].z, 0.012 * there.groundKm, 0.001 * there.groundKm);
}

TEST(Paths, TakeOnlyTheirPartOfTheRoute) {
    const geo::Projection projection(kDefault);
    const auto route = railway();
    const core::LonLat nearOmsk{73.4, 54.0}, nearIrkutsk{104.3, 51.5};
    const Path path = makePath(projection, nearOmsk, nearIrkutsk, &route);
    EXPECT_TRUE(path.alongRoute);
    const double expected = geo::greatCircleKm({73.4, 55.0}, kIrkutsk);
    EXPECT_GT(path.groundKm, expected);
    EXPECT_LT(path.groundKm, expected + 260);
}

TEST(Paths, ARouteThatLeadsNowhereIsLeft) {
    const auto route = railway();
    const Path path = makePath(geo::Projection(kDefault), {10, 60}, {5, 52}, &route);
    EXPECT_FALSE(path.alongRoute);
    EXPECT_NEAR(path.groundKm, geo::greatCircleKm({10, 60}, {5, 52}), 1e-6);
}

TEST(Paths, CrossTheAntimeridianWithoutAJump) {
    const Path path = makePath(geo::Projection(kDefault), {131.9, 43.1}, {-122.4, 37.8}, nullptr);
    ASSERT_EQ(path.samples.size(), static_cast<std::size_t>(kPathSamples));
    EXPECT_NEAR(path.groundKm, geo::greatCircleKm({131.9, 43.1}, {-122.4, 37.8}), 1e-6);
    EXPECT_LT(longestStep(path), 3 * path.groundKm / (kPathSamples - 1));
}

TEST(Paths, StopAtTheCutMeridian) {
    const geo::Projection projection("+proj=merc +lon_0=0 +datum=WGS84");
    const core::LonLat tokyo{139.7, 35.7}, sanFrancisco{-122.4, 37.8};
    const Path path = makePath(projection, tokyo, sanFrancisco, nullptr);
    ASSERT_EQ(path.samples.size(), static_cast<std::size_t>(kPathSamples));
    EXPECT_LT(path.groundKm, geo::greatCircleKm(tokyo, sanFrancisco));
    EXPECT_LT(longestStep(path), 4 * path.groundKm / (kPathSamples - 1));
    const auto edge = projection.forward({179.9999, 0});
    EXPECT_NEAR(path.samples.back().x, edge->x, 1.0);
    EXPECT_GT(path.samples.back().z, 100);
}

TEST(Paths, StopAtTheHorizon) {
    const geo::Projection projection("+proj=ortho +lat_0=50 +lon_0=80");
    const core::LonLat lima{-77, -12};
    const Path out = makePath(projection, kMoscow, lima, nullptr);
    ASSERT_EQ(out.samples.size(), static_cast<std::size_t>(kPathSamples));
    EXPECT_LT(out.groundKm, 0.9 * geo::greatCircleKm(kMoscow, lima));
    const auto& last = out.samples.back();
    EXPECT_NEAR(std::hypot(last.x, last.y), 6378, 30);
    const Path in = makePath(projection, lima, kMoscow, nullptr);
    EXPECT_NEAR(in.groundKm, out.groundKm, 1);
    EXPECT_NEAR(in.samples.front().x, last.x, 5);
    EXPECT_TRUE(makePath(projection, lima, {-60, -30}, nullptr).samples.empty());
}

TEST(Paths, OfNoLengthStandStill) {
    const Path path = makePath(geo::Projection(kDefault), kMoscow, kMoscow, nullptr);
    ASSERT_EQ(path.samples.size(), static_cast<std::size_t>(kPathSamples));
    EXPECT_EQ(path.groundKm, 0);
    EXPECT_EQ(longestStep(path), 0);
}

TEST(Paths, NeverTearInAnyProjection) {
    for (const char* definition :
         {"+proj=laea +lat_0=50 +lon_0=80", "+proj=robin +lon_0=100", "+proj=merc +lon_0=10",
          "+proj=eqc +lon_0=-30", "+proj=ortho +lat_0=20 +lon_0=20",
          "+proj=aeqd +lat_0=60 +lon_0=90", "+proj=lcc +lat_1=30 +lat_2=60 +lon_0=90"}) {
        const geo::Projection projection(definition);
        test::Random random(11);
        int whole = 0;
        for (int i = 0; i < 80; ++i) {
            const core::LonLat a{static_cast<double>(random.in(-179, 179)),
                                 static_cast<double>(random.in(-70, 78))};
            const core::LonLat b{static_cast<double>(random.in(-179, 179)),
                                 static_cast<double>(random.in(-70, 78))};
            const Path path = makePath(projection, a, b, nullptr);
            if (path.samples.empty()) continue;
            ++whole;
            const double allowed = 20 * path.groundKm / (kPathSamples - 1) + 0.1;
            EXPECT_LT(longestStep(path), allowed)
                << definition << ": " << a.lon << ' ' << a.lat << " to " << b.lon << ' ' << b.lat;
        }
        EXPECT_GT(whole, 5) << definition;
    }
}

}  // namespace
}  // namespace ebbflow::flow
