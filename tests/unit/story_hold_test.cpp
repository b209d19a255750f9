// Time that stands: dates and lights wait, and everything else is as without.

#include <gtest/gtest.h>

#include "frame/describe.hpp"
#include "story/light_clock.hpp"
#include "support/film_fixture.hpp"

namespace ebbflow::story::test {
namespace {

using namespace ebbflow::test;

constexpr double kTick = 1.0 / 120;

core::FilmTime at(double seconds) {
    return core::FilmTime::fromSeconds(seconds);
}

/// Ten seconds of a year in which 600 leave, and ten of the year after. `step`: further lines of
/// the first.
std::string yearsWith(const std::string& step) {
    return "title: x\nsource: s\nmovements:\n"
           "  - {kind: students, from: Peking, to: Moscow, when: 1951, count: 600}\n"
           "chapters:\n  - steps:\n      - date: 1951\n        show: [Peking, Moscow]\n" +
           step + "      - {date: 1952, length: 10}\n";
}

const std::string kLength = "        length: 10\n";

std::string held(const std::string& hold) {
    return yearsWith("        length: 12\n        hold: " + hold + "\n");
}

TEST(LightClock, NeverGoesBackNorAheadAndLosesEachHoldButForItsEase) {
    LightClock clock;
    clock.hold(3, 2);
    clock.hold(5, 0.5);
    clock.hold(9, 4);
    double last = clock.at(0);
    for (double t = kTick; t < 20; t += kTick) {
        const double now = clock.at(t);
        EXPECT_GE(now, last) << t;
        EXPECT_LE(now - last, kTick + 1e-9) << "no faster than the film, at " << t;
        EXPECT_NEAR(clock.held(t), t - now, 1e-12);
        last = now;
    }
    EXPECT_EQ(clock.at(2.9), 2.9) << "exact before the first";
    EXPECT_NEAR(clock.held(20), 2 + 0.5 + 4 - 3 * kHoldEase, 1e-12);
}

TEST(LightClock, StandsInTheMiddleOfAHold) {
    LightClock clock;
    clock.hold(3, 2);
    EXPECT_DOUBLE_EQ(clock.at(3 + kHoldEase), clock.at(5 - kHoldEase));
    EXPECT_LT(clock.at(3), clock.at(3 + kHoldEase)) << "it comes to rest, it does not stop dead";
    EXPECT_LT(clock.at(5 - kHoldEase), clock.at(5));
}

TEST(LightClock, WithoutHoldsIsTheFilms) {
    const LightClock clock;
    for (const double t : {-1.0, 0.0, 0.1, 1e9}) EXPECT_EQ(clock.at(t), t);
    const double ever = std::numeric_limits<double>::infinity();
    LightClock held;
    held.hold(1, 2);
    EXPECT_EQ(held.at(ever), ever);
    EXPECT_EQ(held.at(-ever), -ever);
}

TEST(Hold, TheDateStandsAndThenGoesOnToTheSameEnd) {
    const auto timeline = planOf(filmOf(held("{at: 4, length: 2}")))->timeline;
    const auto without = planOf(filmOf(yearsWith(kLength)))->timeline;
    const DateTrack &dates = timeline.chapters[0].dates, &others = without.chapters[0].dates;
    EXPECT_DOUBLE_EQ(dates.dayAt(4), dates.dayAt(6));
    EXPECT_LT(dates.dayAt(3.9), dates.dayAt(4));
    EXPECT_LT(dates.dayAt(6), dates.dayAt(6.1));
    EXPECT_NEAR(dates.dayAt(4), others.dayAt(4), 1) << "the days pass in the seconds that are left";
    EXPECT_EQ(dates.dayAt(12), others.dayAt(10));
    EXPECT_EQ(timeline.chapters[0].span, without.chapters[0].span);
}

TEST(Hold, LightsStandAndShimmer) {
    const auto plan = planOf(filmOf(held("{at: 4, length: 2}")));
    const auto early = frame::describe(*plan, at(4 + kHoldEase));
    const auto late = frame::describe(*plan, at(6 - kHoldEase));
    EXPECT_DOUBLE_EQ(early.filmSeconds, late.filmSeconds);
    EXPECT_EQ(early.lights, late.lights);
    EXPECT_FALSE(early.lights.empty());
    EXPECT_NEAR(late.waitingSeconds - early.waitingSeconds, 2 - 2 * kHoldEase, 1e-9);
    const auto after = frame::describe(*plan, at(7));
    EXPECT_GT(after.filmSeconds, late.filmSeconds + 0.9);
}

TEST(Hold, EveryLightStillLeavesAndTakesAsLong) {
    const auto plan = planOf(filmOf(held("{at: 4, length: 2}")));
    const auto without = planOf(filmOf(yearsWith(kLength)));
    const auto &lights = plan->lights->vertices, &others = without->lights->vertices;
    ASSERT_EQ(lights.size(), others.size());
    double longest = 0, last = 0;
    for (const auto& light : lights) {
        longest = std::max<double>(longest, light.duration);
        last = std::max<double>(last, light.departure);
    }
    double longestOther = 0;
    for (const auto& light : others) longestOther = std::max<double>(longestOther, light.duration);
    EXPECT_EQ(longest, longestOther);
    EXPECT_LE(last, plan->timeline.clock.at(12)) << "all in their own year";
    const auto& cells = plan->lightPlan.cells;
    ASSERT_EQ(cells.size(), without->lightPlan.cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        EXPECT_EQ(cells[i].count, without->lightPlan.cells[i].count);
        EXPECT_TRUE(cells[i].balances());
    }
}

TEST(Hold, NobodyLeavesWhileItLasts) {
    const auto plan = planOf(filmOf(held("{at: 4, length: 3}")));
    const LightClock& clock = plan->timeline.clock;
    const double rest = clock.at(5.5);
    for (const auto& light : plan->lights->vertices)
        EXPECT_GT(std::abs(static_cast<double>(light.departure) - rest), 1e-4);
}

TEST(Hold, WithoutAtItBeginsWithTheStepAndWithoutLengthTheStepHoldsIt) {
    const auto plan = planOf(filmOf(yearsWith("        hold: 9.5\n")));
    const PlannedStep& step = plan->timeline.steps[0];
    EXPECT_EQ(step.holdStart, 0);
    EXPECT_EQ(step.holdSeconds, 9.5);
    EXPECT_GE(step.length, at(9.5));
}

TEST(Hold, AcrossStepsWithoutDatesOfTheirOwnTimeStandsToo) {
    const auto timeline = planOf(filmOf("title: x\nchapters:\n  - steps:\n"
                                        "      - {date: 1951, length: 4, show: [Peking, Moscow]}\n"
                                        "      - {length: 6, hold: {at: 1, length: 2}}\n"
                                        "      - {date: 1952/1953, length: 6, hold: 2}\n"))
                              ->timeline;
    const DateTrack& dates = timeline.chapters[0].dates;
    EXPECT_DOUBLE_EQ(dates.dayAt(10), dates.dayAt(12));
    EXPECT_EQ(dates.dayAt(5), dates.dayAt(7));
    double last = dates.dayAt(0);
    for (double t = 0; t <= 16; t += kTick) {
        EXPECT_GE(dates.dayAt(t), last - 1e-9) << t;
        last = dates.dayAt(t);
    }
}

TEST(Hold, ThatGoesOnBeyondItsStepIsAnError) {
    const auto said = [](const std::string& script) {
        try {
            (void)planOf(filmOf(script));
        } catch (const std::runtime_error& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    const std::string message = said(held("{at: 11, length: 2}"));
    EXPECT_NE(
        message.find("film.yaml:10:15: error: time stands from 11 to 13 s of this step, which "
                     "lasts 12 s"),
        std::string::npos)
        << message;
    EXPECT_NE(said(held("0.2")).find("time stands from 0.5 to 60 seconds; this is 0.2"),
              std::string::npos);
    EXPECT_NE(said(held("{at: 2}")).find("a hold needs its `length`"), std::string::npos);
    EXPECT_NE(said(held("long")).find("`hold` takes a time"), std::string::npos);
}

}  // namespace
}  // namespace ebbflow::story::test
