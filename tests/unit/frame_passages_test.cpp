// From step to step: cross-fades, dips and cuts, what is in focus, and chapters whose dates go
// back.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "frame/describe.hpp"
#include "story/moment.hpp"
#include "support/film_fixture.hpp"

namespace ebbflow::frame::test {
namespace {

using namespace ebbflow::test;

constexpr double kFrame = 1.0 / 25;

picture::FrameDescription at(const Plan& plan, double seconds) {
    return describe(plan, core::FilmTime::fromSeconds(seconds));
}

/// Two steps of five seconds at different places; the second follows the first as `passage` says.
std::shared_ptr<const Plan> twoSteps(const std::string& passage) {
    return planOf(filmOf(R"(title: x
source: y
movements: [{kind: students, from: Peking, to: Moscow, when: 1950/1951, count: 900}]
chapters:
  - steps:
      - {date: 1950, show: [Peking, Moscow], length: 5}
      - {date: 1951, camera: {center: Harbin, width: 3000 km}, length: 5, transition: )" +
                         passage + "}\n"));
}

TEST(CrossFade, MixesBothCamerasAndTheSameLights) {
    const auto plan = twoSteps("{kind: cross-fade, length: 2}");
    const auto& steps = plan->timeline.steps;
    EXPECT_EQ(steps[1].moveSeconds, 0) << "the new camera rests";
    double last = 0;
    for (double t = 5; t < 7; t += kFrame) {
        const picture::FrameDescription frame = at(*plan, t);
        ASSERT_TRUE(frame.before.has_value()) << t;
        EXPECT_EQ(frame.before->base.camera, steps[0].to);
        EXPECT_EQ(frame.base.camera, steps[1].to);
        EXPECT_EQ(frame.before->lights, frame.lights) << "lights fly on in both";
        EXPECT_GE(frame.mixed, last);
        EXPECT_LE(frame.mixed - last, 1.5 * kFrame / 2 + 1e-6) << "no jump";
        last = frame.mixed;
    }
    EXPECT_GT(last, 0.99);
    EXPECT_FALSE(at(*plan, 4.99).before.has_value());
    EXPECT_FALSE(at(*plan, 7).before.has_value());
}

TEST(CrossFade, WritesNoNameTwice) {
    const auto plan = twoSteps("cross-fade");
    int gone = 0, come = 0;
    for (const screen::PlannedLabel& label : plan->labels) {
        const bool goes = label.end <= 5 + 1e-9, comes = label.start >= 5;
        EXPECT_TRUE(goes || comes)
            << label.paragraph.text << " " << label.start << "–" << label.end;
        ++(goes ? gone : come);
    }
    EXPECT_GT(gone, 0);
    EXPECT_GT(come, 0);
}

TEST(Dip, SinksIntoTheDarkWhereTheStepsMeet) {
    const auto plan = twoSteps("{kind: dip, length: 2}");
    EXPECT_EQ(at(*plan, 3.99).dip, 0);
    EXPECT_EQ(at(*plan, 6.01).dip, 0);
    EXPECT_EQ(at(*plan, 5).dip, 1);
    EXPECT_EQ(at(*plan, 5 - kFrame).dip, 1) << "nothing is seen to change";
    EXPECT_EQ(at(*plan, 5).black, 0);
    for (double t = 3.9; t < 6.1; t += kFrame) {
        EXPECT_LT(std::abs(at(*plan, t + kFrame).dip - at(*plan, t).dip), 0.08)
            << "no flash at " << t;
        EXPECT_FALSE(at(*plan, t).before.has_value());
    }
}

TEST(Cut, IsElsewhereAtOnce) {
    const auto plan = twoSteps("cut");
    EXPECT_EQ(at(*plan, 5 - kFrame).base.camera, plan->timeline.steps[0].to);
    EXPECT_EQ(at(*plan, 5).base.camera, plan->timeline.steps[1].to);
    EXPECT_EQ(at(*plan, 5).dip, 0);
    EXPECT_EQ(twoSteps("move")->timeline.steps[1].from, plan->timeline.steps[0].to);
}

TEST(Transition, TakesNoMoreThanItsSteps) {
    const auto plan = planOf(filmOf(R"(title: x
chapters:
  - steps:
      - {date: 1950, length: 1}
      - {date: 1951, length: 5, transition: dip}
)"));
    EXPECT_EQ(plan->timeline.steps[1].transitionSeconds, 1);
    EXPECT_EQ(at(*plan, 0.4).dip, 0);
}

/// A film whose second chapter goes back; its first step has `more`.
std::shared_ptr<const Plan> backInTime(const std::string& more) {
    return planOf(filmOf(R"(title: x
source: y
movements: [{kind: students, from: Peking, to: Moscow, when: 1948/1952, count: 500}]
chapters:
  - {id: late, date: 1950/1952, show: [Peking, Moscow], length: 6}
  - {id: early, date: 1948/1949-06, length: 6)" +
                         more + "}\n"));
}

TEST(BackInTime, WhatIsDatedGlidesThere) {
    const auto plan = backInTime("");
    const core::Validity fromLater{core::toDay({1949, 10, 1}), std::nullopt};
    const core::Validity untilThen{std::nullopt, core::toDay({1949, 9, 30})};
    double last = 1;
    for (double t = 5.5; t < 8; t += kFrame) {
        const story::Moment moment(*plan, core::FilmTime::fromSeconds(t));
        const double there = moment.presence(fromLater);
        EXPECT_LE(there, last + 1e-9);
        EXPECT_LT(last - there, 0.06) << "no jump at " << t;
        EXPECT_NEAR(moment.presence(untilThen), 1 - there, 1e-9) << "one goes as the other comes";
        last = there;
    }
    EXPECT_EQ(last, 0);
}

TEST(BackInTime, TheMarkOnTheYearsGlidesAndTheDateDoesNot) {
    const auto plan = backInTime("");
    const story::Moment before(*plan, core::FilmTime::fromSeconds(6 - kFrame));
    const story::Moment after(*plan, core::FilmTime::fromSeconds(6));
    EXPECT_EQ(core::toCivil(before.today()).year, 1952);
    EXPECT_EQ(core::toCivil(after.today()).year, 1948);
    EXPECT_LT(std::abs(after.playheadDay() - before.playheadDay()), 60);
    const story::Moment later(*plan, core::FilmTime::fromSeconds(7.5));
    EXPECT_EQ(later.playheadDay(), later.day);
}

TEST(BackInTime, ADipChangesAllAtOnceInTheDark) {
    const auto plan = backInTime(", transition: dip");
    const core::Validity fromLater{core::toDay({1949, 10, 1}), std::nullopt};
    EXPECT_EQ(story::Moment(*plan, core::FilmTime::fromSeconds(6 - kFrame)).presence(fromLater), 1);
    EXPECT_EQ(story::Moment(*plan, core::FilmTime::fromSeconds(6)).presence(fromLater), 0);
    EXPECT_EQ(at(*plan, 6 - kFrame).dip, 1);
    EXPECT_EQ(at(*plan, 6).dip, 1);
}

TEST(BackInTime, EachChapterLaunchesItsOwnLights) {
    const auto plan = backInTime("");
    const picture::Lights& lights = *plan->lights;
    std::int64_t early = 0, late = 0;
    for (const picture::LightVertex& light : lights.vertices)
        (light.departure < 6 ? late : early) += 1;
    EXPECT_EQ(late, 300) << "1950 to 1952 of five even years";
    EXPECT_NEAR(static_cast<double>(early), 150, 1) << "1948 to June 1949";
}

TEST(Focus, DimsTheRestAndEases) {
    const auto plan = planOf(filmOf(R"(title: x
source: y
movements:
  - {kind: students, from: Peking, to: Moscow, when: 1950/1952, count: 500}
  - {kind: advisers, from: Moscow, to: Harbin, when: 1950/1952, count: 500}
sites: [{place: Harbin, begun: 1950, done: 1951}]
chapters:
  - steps:
      - {date: 1950, show: [Peking, Moscow], length: 5}
      - {date: 1951, focus: advisers, length: 5}
  - date: 1952
    focus: works
    length: 5
)"));
    const auto& kinds = plan->lightPlan.kinds;
    ASSERT_EQ(kinds.size(), 2U);
    const auto state = [&](double t) {
        const picture::FrameDescription f = at(*plan, t);
        return std::array{f.brightness[0], f.brightness[1], f.dim, f.squares.at(0).colour.a};
    };
    EXPECT_THAT(state(4.9), testing::ElementsAre(1, 1, 0, 1));
    EXPECT_THAT(state(9.9), testing::ElementsAre(0.25F, 1, 1, 0.25F)) << "students and works dim";
    EXPECT_THAT(state(14.5), testing::ElementsAre(0.25F, 0.25F, 1, 1)) << "works alone";
    for (double t = 4.5; t < 12; t += kFrame) {
        const auto now = state(t), next = state(t + kFrame);
        for (std::size_t i = 0; i < now.size(); ++i)
            EXPECT_LE(std::abs(next[i] - now[i]), 1.5 * kFrame / 0.4 + 1e-5) << t << " " << i;
    }
    EXPECT_GT(state(10.0 + kFrame)[1], 0.9F) << "it eases over a chapter's beginning, too";
}

}  // namespace
}  // namespace ebbflow::frame::test
