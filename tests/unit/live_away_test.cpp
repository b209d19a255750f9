// A viewer's excursion from the film's camera: hands move the map, idle seconds lead back.

#include <gtest/gtest.h>

#include "live/away.hpp"

namespace ebbflow::live {
namespace {

constexpr double kAspect = 16.0 / 9;

picture::CameraView film(double tilt = 0) {
    return {{1000, -500}, 4000, tilt, 20};
}

core::MapPoint under(const Away& away, core::PixelPoint point, double now, double tilt = 0) {
    return picture::unproject(away.at(now).from(film(tilt)), kAspect, point).value();
}

TEST(Away, IsNowhereUntilAHandMovesTheMap) {
    const Away away;
    EXPECT_EQ(away.at(0), picture::Excursion{});
    EXPECT_EQ(away.at(0).from(film()), film()) << "to the bit";
}

TEST(Away, WhatIsUnderTheHandStaysUnderIt) {
    Away away;
    const core::MapPoint held = under(away, {600, 400}, 0);
    away.pan(film(), kAspect, 200.0 / 1080, -100.0 / 1080, 1);
    const core::MapPoint now = under(away, {800, 300}, 1);
    EXPECT_NEAR(now.x, held.x, 1e-6);
    EXPECT_NEAR(now.y, held.y, 1e-6);
}

TEST(Away, ZoomingLeavesWhatIsUnderThePointerWhereItIs) {
    for (const double tilt : {0.0, 30.0}) {
        Away away;
        const core::PixelPoint point{1300, 700};
        const core::MapPoint held = under(away, point, 0, tilt);
        for (int i = 0; i < 4; ++i)
            away.zoom(film(tilt), kAspect, 1.25, (1300 - 960) / 1080.0, (700 - 540) / 1080.0, 1);
        EXPECT_GT(away.at(1).closer, 2);
        const core::MapPoint now = under(away, point, 1, tilt);
        EXPECT_NEAR(now.x, held.x, 0.5);
        EXPECT_NEAR(now.y, held.y, 0.5);
    }
}

TEST(Away, GoesNeitherTooCloseNorTooFar) {
    Away away;
    for (int i = 0; i < 100; ++i) away.zoom(film(), kAspect, 2, 0, 0, 1);
    EXPECT_LE(away.at(1).closer, 12);
    for (int i = 0; i < 100; ++i) away.zoom(film(), kAspect, 0.5, 0, 0, 1);
    EXPECT_GE(away.at(1).closer, 0.4);
    for (int i = 0; i < 100; ++i) away.pan(film(), kAspect, 1, 1, 1);
    EXPECT_LE(std::abs(away.at(1).aside.x), film().widthKm);
}

TEST(Away, GlidesBackAfterFiveIdleSecondsAndBySmallSteps) {
    Away away;
    away.zoom(film(), kAspect, 2, 0.1, 0.1, 10);
    const picture::Excursion there = away.at(10);
    EXPECT_EQ(away.at(14.9), there);
    double before = there.closer;
    for (double now = 15; now < 16.3; now += 0.02) {
        const double closer = away.at(now).closer;
        EXPECT_LE(closer, before + 1e-12);
        EXPECT_LT(before - closer, 0.05);
        before = closer;
    }
    EXPECT_EQ(away.at(16.3), picture::Excursion{});
}

TEST(Away, IsKeptByAHandAndLeftByAKey) {
    Away away;
    away.pan(film(), kAspect, 0.2, 0, 10);
    away.touch(14);
    EXPECT_EQ(away.at(18.5), away.at(10));
    away.back(18.6);
    EXPECT_TRUE(away.isAway(18.7)) << "it glides";
    EXPECT_FALSE(away.isAway(20));
    away.back(30);
    EXPECT_FALSE(away.isAway(30)) << "there is nothing to leave";
}

TEST(Away, AHandThatComesWhileItGlidesGoesOnFromThere) {
    Away away;
    away.zoom(film(), kAspect, 4, 0, 0, 0);
    const double half = away.at(5.6).closer;
    EXPECT_LT(half, 4);
    away.zoom(film(), kAspect, 1, 0, 0, 5.6);
    EXPECT_DOUBLE_EQ(away.at(5.6).closer, half);
    EXPECT_DOUBLE_EQ(away.at(8).closer, half);
}

}  // namespace
}  // namespace ebbflow::live
