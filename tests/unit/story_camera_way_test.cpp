// Flights through stops, glides along ways, and cameras that stay with a crowd.

#include <gtest/gtest.h>

#include <cmath>

#include "story/camera_way.hpp"
#include "support/film_fixture.hpp"

namespace ebbflow::story::test {
namespace {

using namespace ebbflow::test;

const std::vector<picture::CameraView> kStops{{{0, 0}, 4000, 0, 0},
                                              {{1500, 600}, 2000, 30, 20},
                                              {{1700, 700}, 1500, 30, 350},
                                              {{-900, 2500}, 6000, 10, 340}};

TEST(CameraWay, PassesThroughEveryStopAndEndsAtTheLast) {
    const auto way = wayThrough(kStops, 8);
    EXPECT_LT(reach(viewOnWay(way, 8, 0), kStops.front()), 1e-9);
    EXPECT_EQ(viewOnWay(way, 8, 8), kStops.back());
    EXPECT_EQ(viewOnWay(way, 8, 99), kStops.back());
    for (const picture::CameraView& stop : kStops) {
        double nearest = 1e9;
        for (double t = 0; t <= 8; t += 0.005)
            nearest = std::min(nearest, reach(viewOnWay(way, 8, t), stop));
        EXPECT_LT(nearest, 0.02);
    }
}

TEST(CameraWay, StartsAndStopsGentlyAndGoesEvenlyBetween) {
    const auto way = wayThrough(kStops, 8);
    const auto speed = [&](double t) {
        return reach(viewOnWay(way, 8, t), viewOnWay(way, 8, t + 0.02)) / 0.02;
    };
    EXPECT_LT(speed(0), 0.05);
    EXPECT_LT(speed(7.98), 0.05);
    double least = 1e9, most = 0;
    for (double t = 2; t < 6; t += 0.05) {
        least = std::min(least, speed(t));
        most = std::max(most, speed(t));
    }
    EXPECT_GT(least, 0.6 * most) << "no stop between, and no rush";
    for (double t = 0; t < 7.9; t += 0.04)
        EXPECT_LT(std::abs(speed(t + 0.04) - speed(t)), 0.12 * most) << "no jerk at " << t;
}

TEST(CameraWay, IsNeverNearerNorMoreTiltedThanItsStops) {
    const auto way = wayThrough(kStops, 8);
    for (double t = 0; t <= 8; t += 0.01) {
        const picture::CameraView view = viewOnWay(way, 8, t);
        EXPECT_GT(view.widthKm, 1500 * 0.999);
        EXPECT_LT(view.widthKm, 6000 * 1.001);
        EXPECT_GT(view.tilt, -0.01);
        EXPECT_LT(view.tilt, 30.01);
    }
}

TEST(CameraWay, TurnsTheShorterWayRound) {
    const auto way = wayThrough(kStops, 8);
    for (double t = 0; t <= 8; t += 0.05) {
        const double bearing = std::remainder(viewOnWay(way, 8, t).bearing, 360.0);
        EXPECT_GT(bearing, -30);
        EXPECT_LT(bearing, 30);
    }
}

TEST(CameraWay, StopsInOnePlaceAreARest) {
    const std::vector<picture::CameraView> same(3, kStops[1]);
    const auto way = wayThrough(same, 3);
    for (double t = 0; t <= 3; t += 0.1) EXPECT_LT(reach(viewOnWay(way, 3, t), kStops[1]), 1e-9);
}

/// One chapter of a step that looks, one with `camera`, and one that only tilts.
std::shared_ptr<const frame::Plan> planWith(const std::string& camera,
                                            const std::string& more = {}) {
    return planOf(filmOf(R"(title: x
source: y
movements:
  - {kind: students, from: Peking, to: Moscow, when: 1951, count: 900, route: moscow-peking}
  - {kind: advisers, from: Moscow, to: Harbin, when: 1951, count: 300}
chapters:
  - steps:
      - {date: 1950, show: [Peking, Moscow], length: 5}
      - {date: 1951, length: 10, camera: )" +
                         camera + more + "}\n      - {date: 1952, camera: {tilt: 40}}\n"));
}

void expectNoJumps(const Timeline& timeline) {
    picture::CameraView last = cameraAt(timeline, {});
    for (double t = 0.02; t < timeline.length.seconds(); t += 0.02) {
        const picture::CameraView now = cameraAt(timeline, core::FilmTime::fromSeconds(t));
        EXPECT_LT(reach(last, now), 0.05) << t;
        last = now;
    }
}

TEST(Flight, BeginsWhereTheCameraIsUnlessThereIsABreak) {
    const std::string path =
        "{path: [Irkutsk, {center: Moscow, width: 2000 km, tilt: 30}], move: 7}";
    const auto on = planWith(path)->timeline;
    EXPECT_EQ(on.steps[1].from, on.steps[0].to);
    EXPECT_EQ(on.steps[1].to.widthKm, 2000);
    EXPECT_EQ(on.steps[2].from, on.steps[1].to);
    expectNoJumps(on);
    const auto broken = planWith(path, ", transition: dip")->timeline;
    EXPECT_EQ(broken.steps[1].from.widthKm, on.steps[0].to.widthKm);
    EXPECT_NE(broken.steps[1].from.center, on.steps[0].to.center) << "it begins at Irkutsk";
}

TEST(Follow, ARouteOrTwoPlacesAreGlidedAlong) {
    for (const std::string follow : {"moscow-peking", "[Moscow, Peking]", "[Peking, Moscow]"}) {
        const auto plan = planWith("{follow: " + follow + ", width: 2000 km, move: 8}");
        expectNoJumps(plan->timeline);
        const auto& world = *plan->film->world;
        const auto end =
            world.gazetteer.find(follow.front() == '[' && follow[1] == 'P' ? "Moscow" : "Peking");
        const auto at = world.projection.forward(end->position);
        const picture::CameraView last = plan->timeline.steps[1].to;
        EXPECT_LT(std::hypot(at->x - last.center.x, at->y - last.center.y), 60) << follow;
        EXPECT_EQ(last.widthKm, 2000);
    }
}

TEST(Follow, AKindIsKeptInTheMiddle) {
    const auto plan = planWith("{follow: students, width: 2500 km}");
    expectNoJumps(plan->timeline);
    const PlannedStep& step = plan->timeline.steps[1];
    EXPECT_EQ(step.moveSeconds, 10) << "to the end of the step";
    EXPECT_EQ(plan->timeline.steps[2].from, step.to);
    EXPECT_EQ(plan->timeline.steps[2].to.center, step.to.center) << "it stays where it is";
    const auto& paths = plan->lights->paths;
    for (double t = 8; t < 14.5; t += 0.5) {
        double nearest = 1e9;
        const picture::CameraView view = cameraAt(plan->timeline, core::FilmTime::fromSeconds(t));
        for (const glm::vec3& p : paths)
            nearest = std::min(nearest, std::hypot(p.x - view.center.x, p.y - view.center.y));
        EXPECT_LT(nearest, 700) << "it looks at the way at " << t;
        EXPECT_EQ(view.widthKm, 2500);
    }
}

TEST(Follow, WhatIsUnknownIsNamedWithTheNearest) {
    try {
        (void)filmOf(R"(title: x
source: y
movements: [{kind: students, from: Peking, to: Moscow, when: 1951, count: 900}]
chapters:
  - {date: 1951, camera: {follow: studnets}}
  - {date: 1952, camera: {follow: [Peking, Moskow]}}
  - {date: 1953, camera: {path: [Pekking, Moscow]}}
  - {date: 1954, ambience: {kind: idea, between: [Peking, Moscow]}}
)");
        FAIL() << "four faults";
    } catch (const std::runtime_error& faults) {
        const std::string said = faults.what();
        EXPECT_NE(said.find("did you mean `students`?"), std::string::npos) << said;
        EXPECT_NE(said.find("`Moskow`"), std::string::npos) << said;
        EXPECT_NE(said.find("did you mean `Peking`?"), std::string::npos) << said;
        EXPECT_NE(said.find("`idea` is no kind of movement"), std::string::npos) << said;
    }
}

}  // namespace
}  // namespace ebbflow::story::test
