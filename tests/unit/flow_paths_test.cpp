// Ways over the map: evenly sampled, joined to their ends, going on at the other side of the map's
// edge, and never torn across it.
#include "flow/paths.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "geo/domain.hpp"
#include "geo/great_circle.hpp"
#include "geo/projection.hpp"
#include "unit/flow_random.hpp"

namespace ebbflow::flow {
namespace {

constexpr core::LonLat kMoscow{37.617, 55.756}, kPeking{116.4, 39.9}, kIrkutsk{104.3, 52.3};
const std::string kDefault = "+proj=laea +lat_0=50 +lon_0=80 +datum=WGS84";

double planeStep(const PathPart& part, std::size_t i) {
    const auto& a = part.samples[i];
    const auto& b = part.samples[i + 1];
    return std::hypot(static_cast<double>(b.x - a.x), static_cast<double>(b.y - a.y));
}

double longestStep(const PathPart& part) {
    double longest = 0;
    for (std::size_t i = 0; i + 1 < part.samples.size(); ++i)
        longest = std::max(longest, planeStep(part, i));
    return longest;
}

/// Kilometres over the ground of what is drawn.
double drawnKm(const Path& path) {
    double share = 0;
    for (const PathPart& part : path.parts) share += part.end - part.begin;
    return share * path.groundKm;
}

/// The same found by looking at 4,000 points of the great circle.
double insideKm(const geo::Domain& domain, core::LonLat a, core::LonLat b) {
    constexpr int kLooks = 4000;
    int inside = 0;
    for (int i = 0; i < kLooks; ++i)
        inside += domain.onMap(geo::greatCirclePoint(a, b, (i + 0.5) / kLooks)) ? 1 : 0;
    return geo::greatCircleKm(a, b) * inside / kLooks;
}

/// The only part of a way that is whole.
const std::vector<glm::vec3>& wholeOf(const Path& path) {
    EXPECT_EQ(path.parts.size(), 1U);
    EXPECT_EQ(path.parts.front().samples.size(), static_cast<std::size_t>(kPathSamples));
    return path.parts.front().samples;
}

const std::vector<std::string> kTwelve{"+proj=laea +lat_0=50 +lon_0=80",
                                       "+proj=laea +lat_0=-90",
                                       "+proj=eqc",
                                       "+proj=merc",
                                       "+proj=robin",
                                       "+proj=moll +lon_0=150",
                                       "+proj=eqearth +lon_0=-100",
                                       "+proj=aea +lat_1=30 +lat_2=60 +lon_0=20",
                                       "+proj=lcc +lat_1=30 +lat_2=60 +lon_0=90",
                                       "+proj=aeqd +lat_0=90",
                                       "+proj=ortho +lat_0=20 +lon_0=20",
                                       "+proj=stere +lat_0=-90"};

/// A railway of sorts: Moscow, Kazan, Omsk, Irkutsk, Harbin, Peking.
geo::Route railway() {
    return {"rail", {}, {kMoscow, {49.1, 55.8}, {73.4, 55.0}, kIrkutsk, {126.65, 45.75}, kPeking}};
}

TEST(Paths, EndAtTheTwoPlacesAndRiseBetween) {
    const geo::Projection projection(kDefault);
    const Path path = makePath(projection, kMoscow, kPeking, nullptr);
    const auto& samples = wholeOf(path);
    const auto start = *projection.forward(kMoscow), end = *projection.forward(kPeking);
    EXPECT_NEAR(samples.front().x, start.x, 0.01);
    EXPECT_NEAR(samples.back().y, end.y, 0.01);
    EXPECT_NEAR(path.groundKm, geo::greatCircleKm(kMoscow, kPeking), 1e-6);
    EXPECT_FALSE(path.alongRoute);
    float highest = 0;
    for (const auto& s : samples) highest = std::max(highest, s.z);
    EXPECT_FLOAT_EQ(samples.front().z, 0);
    EXPECT_FLOAT_EQ(samples.back().z, 0);
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
        const auto& samples = wholeOf(path);
        const double step = path.groundKm / (kPathSamples - 1);
        for (std::size_t s = 0; s + 1 < samples.size(); ++s) {
            const auto p = projection.inverse({samples[s].x, samples[s].y});
            const auto q = projection.inverse({samples[s + 1].x, samples[s + 1].y});
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
    const auto& out = wholeOf(there);
    const auto& home = wholeOf(back);
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto& s = out[i];
        nearest = std::min(nearest, std::hypot(s.x - irkutsk.x, s.y - irkutsk.y));
        const auto& mirrored = home[home.size() - 1 - i];
        EXPECT_NEAR(s.x, mirrored.x, 0.01);
        EXPECT_NEAR(s.z, mirrored.z, 0.01);
    }
    EXPECT_LT(nearest, there.groundKm / (kPathSamples - 1));
    EXPECT_NEAR(out[kPathSamples / 2].z, 0.012 * there.groundKm, 0.001 * there.groundKm);
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
    ASSERT_EQ(path.parts.size(), 1U);
    EXPECT_NEAR(path.groundKm, geo::greatCircleKm({131.9, 43.1}, {-122.4, 37.8}), 1e-6);
    EXPECT_LT(longestStep(path.parts.front()), 3 * path.groundKm / (kPathSamples - 1));
}

TEST(Paths, GoOnAtTheOtherSideOfTheMap) {
    const core::LonLat tokyo{139.78, 35.55}, sanFrancisco{-122.38, 37.62};
    for (const char* name : {"eqc", "merc", "robin", "moll"}) {
        const geo::Projection projection(std::string("+proj=") + name);
        const Path path = makePath(projection, tokyo, sanFrancisco, nullptr);
        EXPECT_NEAR(path.groundKm, geo::greatCircleKm(tokyo, sanFrancisco), 1e-6);
        ASSERT_EQ(path.parts.size(), 2U) << name;
        const auto& west = path.parts[0].samples;
        const auto& east = path.parts[1].samples;
        EXPECT_NEAR(west.back().x, -east.front().x, 1) << name;
        EXPECT_NEAR(west.back().y, east.front().y, 1) << name;
        EXPECT_NEAR(west.back().z, east.front().z, 1) << name;
        EXPECT_GT(west.back().z, 100) << name;
        const auto end = projection.forward(sanFrancisco);
        EXPECT_NEAR(east.back().x, end->x, 0.01) << name;
        EXPECT_NEAR(east.back().y, end->y, 0.01) << name;
        EXPECT_NEAR(drawnKm(path), path.groundKm, 1) << name;
    }
}

TEST(Paths, OverAPoleComeDownFromTheEdgeAgain) {
    const geo::Projection projection("+proj=eqc");
    const Path path = makePath(projection, {10, 60}, {-170, 40}, nullptr);
    ASSERT_EQ(path.parts.size(), 2U);
    const auto pole = projection.forward({0, 90});
    EXPECT_NEAR(path.parts[0].samples.back().y, pole->y, 1);
    EXPECT_NEAR(path.parts[1].samples.front().y, pole->y, 1);
    EXPECT_NEAR(drawnKm(path), path.groundKm, 1);
    // Mercator ends before the pole.
    const Path mercator = makePath(geo::Projection("+proj=merc"), {10, 60}, {-170, 40}, nullptr);
    EXPECT_NEAR(path.groundKm - drawnKm(mercator), 2 * (90 - 85.051) * 111.195, 10);
}

TEST(Paths, BeginAndEndOnTheEdgeItself) {
    const geo::Projection projection("+proj=eqc");
    for (const core::LonLat other : {core::LonLat{170, 10}, core::LonLat{-170, 10}}) {
        for (const double edge : {180.0, -180.0}) {
            const Path out = makePath(projection, {edge, 0}, other, nullptr);
            ASSERT_EQ(out.parts.size(), 1U) << other.lon << ' ' << edge;
            EXPECT_GT(out.parts[0].samples.front().x * other.lon, 0);
            const Path home = makePath(projection, other, {edge, 0}, nullptr);
            ASSERT_EQ(home.parts.size(), 1U) << other.lon << ' ' << edge;
        }
    }
    EXPECT_EQ(makePath(projection, {180, -30}, {-180, 40}, nullptr).parts.size(), 1U);
}

TEST(Paths, StopAtTheHorizon) {
    const geo::Projection projection("+proj=ortho +lat_0=50 +lon_0=80");
    const core::LonLat lima{-77, -12};
    const Path out = makePath(projection, kMoscow, lima, nullptr);
    ASSERT_EQ(out.parts.size(), 1U);
    EXPECT_LT(drawnKm(out), 0.9 * geo::greatCircleKm(kMoscow, lima));
    const auto& last = out.parts[0].samples.back();
    EXPECT_NEAR(std::hypot(last.x, last.y), 6378, 30);
    const Path in = makePath(projection, lima, kMoscow, nullptr);
    ASSERT_EQ(in.parts.size(), 1U);
    EXPECT_NEAR(drawnKm(in), drawnKm(out), 1);
    EXPECT_NEAR(in.parts[0].samples.front().x, last.x, 5);
    EXPECT_TRUE(makePath(projection, lima, {-60, -30}, nullptr).parts.empty());
}

TEST(Paths, OfNoLengthStandStill) {
    const Path path = makePath(geo::Projection(kDefault), kMoscow, kMoscow, nullptr);
    ASSERT_EQ(path.parts.size(), 1U);
    EXPECT_EQ(path.groundKm, 0);
    EXPECT_EQ(longestStep(path.parts[0]), 0);
}

TEST(Paths, AddUpToWhatTheMapShowsOfTheWayAndNeverTear) {
    for (const std::string& definition : kTwelve) {
        const geo::Projection projection(definition);
        const geo::Domain domain = geo::domainOf(projection);
        test::Random random(11);
        const auto place = [&] {
            return core::LonLat{static_cast<double>(random.in(-1800, 1800)) / 10,
                                static_cast<double>(random.in(-890, 890)) / 10};
        };
        int cut = 0;
        for (int i = 0; i < 200; ++i) {
            const core::LonLat a = place(), b = place();
            const Path path = makePath(projection, a, b, nullptr);
            const auto which = definition + ": " + std::to_string(a.lon) + ' ' +
                               std::to_string(a.lat) + " to " + std::to_string(b.lon) + ' ' +
                               std::to_string(b.lat);
            EXPECT_NEAR(drawnKm(path), insideKm(domain, a, b), 0.01 * path.groundKm) << which;
            cut += path.parts.size() > 1 ? 1 : 0;
            double reached = 0;
            for (const PathPart& part : path.parts) {
                EXPECT_GE(part.begin, reached) << which;
                reached = part.end;
                // A leap from edge to edge would be thousands of kilometres.
                const double ground = (part.end - part.begin) * path.groundKm;
                const double step = ground / (kPathSamples - 1);
                if (ground > 45) {
                    EXPECT_LE(longestStep(part), std::max(401.0, 11 * step)) << which;
                }
            }
        }
        // All but those that show all that a great circle passes have an edge to cross.
        if (domain.shape == geo::Domain::Shape::window) {
            EXPECT_GT(cut, 20) << definition;
        }
    }
}

}  // namespace
}  // namespace ebbflow::flow
