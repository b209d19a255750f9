// What is computed for a film is heard when its picture shows it: bells at arrivals, beats while
// lights are under way, chords through chapters, and nothing of lights that stand.

#include <gmock/gmock.h>

#include "sound/sample_time.hpp"
#include "story/score_plan.hpp"
#include "story/sound_plan.hpp"
#include "support/film_fixture.hpp"

namespace ebbflow::story::test {
namespace {

using namespace ebbflow::test;

constexpr double kFrame = 1.0 / 25;

std::shared_ptr<const frame::Plan> planWith(const std::string& sound) {
    return planOf(
        filmOf("title: x\nsource: test\nmovements:\n"
               "  - {kind: students, from: Peking, to: Moscow, when: 1951, count: 12}\n"
               "  - {kind: advisers, from: Moscow, to: Harbin, when: 1951, count: 5}\n"
               "flows:\n  students: {one_light: 1, travel: 2}\n"
               "  advisers: {one_light: 1, travel: 3}\n" +
               sound +
               "\nchapters:\n"
               "  - {id: one, date: 1950, length: 6}\n"
               "  - id: two\n    steps:\n"
               "      - {date: 1951, length: 12, hold: {at: 6, length: 4},"
               " camera: {show: [Moscow, Peking], move: 0}}\n"
               "      - {date: 1952, length: 6}\n"));
}

/// Film seconds, found frame by frame as the picture is drawn.
std::vector<double> arrivalsSeen(const frame::Plan& plan, const std::string& kind) {
    std::vector<double> seen;
    const auto frames = plan.frameCount({25, 1});
    for (const Stream& stream : plan.lightPlan.streams) {
        if (!kind.empty() && plan.lightPlan.kinds[stream.kind].name != kind) continue;
        for (const float arrival : stream.arrivals) {
            std::int64_t frame = 0;
            while (frame < frames &&
                   plan.timeline.clock.at(static_cast<double>(frame) * kFrame) < arrival)
                ++frame;
            if (frame < frames) seen.push_back(static_cast<double>(frame) * kFrame);
        }
    }
    std::ranges::sort(seen);
    return seen;
}

TEST(ScorePlan, StrikesABellAtEachArrivalWithinAFrame) {
    const auto plan = planWith("sound: [{synth: bells, apart: 0}]");
    const auto seen = arrivalsSeen(*plan, "");
    const auto strikes = mixOf(*plan).score.strikes;
    ASSERT_EQ(strikes.size(), seen.size());
    ASSERT_GT(seen.size(), 12U);
    bool afterHold = false;
    for (std::size_t i = 0; i < seen.size(); ++i) {
        const double at = sound::timeOf(strikes[i].start).seconds();
        EXPECT_LE(at, seen[i] + 1e-4);
        EXPECT_GT(at, seen[i] - kFrame - 1e-4);
        afterHold = afterHold || at > 16;
    }
    EXPECT_TRUE(afterHold) << "or the hold shifts nothing";
    const double held = 12, end = 16;
    for (const auto& strike : strikes) {
        const double at = sound::timeOf(strike.start).seconds();
        EXPECT_FALSE(at > held + kHoldEase && at < end - kHoldEase) << at;
    }
}

TEST(ScorePlan, HasBellsOfTheKindsThatAreAskedForOneNoteAPlace) {
    const auto all = mixOf(*planWith("sound: [{synth: bells, apart: 0}]")).score.strikes;
    const auto plan = planWith("sound: [{synth: bells, kinds: [advisers], apart: 0}]");
    const auto some = mixOf(*plan).score.strikes;
    EXPECT_EQ(some.size(), arrivalsSeen(*plan, "advisers").size());
    EXPECT_LT(some.size(), all.size());
    for (const auto& strike : some) EXPECT_EQ(strike.step, some.front().step);
    EXPECT_TRUE(std::ranges::any_of(
        all, [&](const auto& strike) { return strike.step != some.front().step; }));
}

TEST(ScorePlan, JoinsBellsOfOnePlaceThatAreLouderThen) {
    const auto each =
        mixOf(*planWith("sound: [{synth: bells, kinds: [students], apart: 0}]")).score.strikes;
    const auto joined =
        mixOf(*planWith("sound: [{synth: bells, kinds: [students], apart: 3}]")).score.strikes;
    ASSERT_GE(joined.size(), 2U);
    EXPECT_LT(joined.size(), each.size());
    EXPECT_EQ(joined.front().start, each.front().start);
    EXPECT_GT(joined.front().left, each.front().left);
    for (std::size_t i = 1; i < joined.size(); ++i)
        EXPECT_GE(joined[i].start - joined[i - 1].start, 3 * sound::kSampleRate - 1);
}

TEST(ScorePlan, BeatsWhileLightsAreUnderWayAndNotWhileTheyStand) {
    const auto strikes =
        mixOf(*planWith("sound: [{synth: pulse, kinds: [students], apart: 0.5}]")).score.strikes;
    ASSERT_GT(strikes.size(), 6U);
    for (const auto& strike : strikes) {
        const double at = sound::timeOf(strike.start).seconds();
        EXPECT_EQ(strike.start % (sound::kSampleRate / 2), 0);
        EXPECT_GE(at, 6) << "nobody is under way in 1950";
        EXPECT_FALSE(at >= 12 && at < 16) << at;
    }
}

TEST(ScorePlan, StandsThroughChaptersStepsAndLengths) {
    const auto drones =
        mixOf(*planWith("sound: [{synth: drone, at: two}, {synth: drone, at: two.1},"
                        " {synth: drone, at: 1, length: 3, notes: [A4]},"
                        " {synth: drone}]"))
            .score.drones;
    ASSERT_EQ(drones.size(), 4U);
    const auto kSecond = static_cast<std::int64_t>(sound::kSampleRate);
    EXPECT_EQ(drones[0].start, 6 * kSecond);
    EXPECT_EQ(drones[0].length, 18 * kSecond);
    EXPECT_EQ(drones[0].fadeIn, 2 * kSecond);
    EXPECT_EQ(drones[1].length, 12 * kSecond);
    EXPECT_EQ(drones[2].start, kSecond);
    EXPECT_EQ(drones[2].length, 3 * kSecond);
    EXPECT_EQ(drones[2].fadeIn, 3 * kSecond / 2) << "at most half of it";
    EXPECT_NEAR(drones[2].hertz.at(0), 440, 1e-9);
    EXPECT_EQ(drones[3].length, 24 * kSecond);
}

TEST(ScorePlan, LaysCuesWhereTheScriptSays) {
    const auto ducks = mixOf(*planWith("sound: [{cue: silence, at: two.1+6, length: 4},"
                                       " {cue: duck, at: two.2, gain: -20, fade_in: 1}]"))
                           .ducks;
    ASSERT_EQ(ducks.size(), 2U);
    const auto kSecond = static_cast<std::int64_t>(sound::kSampleRate);
    EXPECT_EQ(ducks[0].start, 12 * kSecond);
    EXPECT_EQ(ducks[0].length, 4 * kSecond);
    EXPECT_EQ(ducks[0].level, 0);
    EXPECT_EQ(ducks[1].start, 18 * kSecond);
    EXPECT_EQ(ducks[1].length, 6 * kSecond);
    EXPECT_NEAR(ducks[1].level, 0.1, 1e-9);
    EXPECT_EQ(ducks[1].fadeIn, kSecond);
}

TEST(ScorePlan, AsksForALoudnessWhereAnythingIsComputed) {
    EXPECT_EQ(mixOf(*planWith("sound: [{synth: drone}]")).loudness, kLoudness);
    EXPECT_EQ(mixOf(*planWith("")).loudness, std::nullopt);
    EXPECT_TRUE(mixOf(*planWith("sound: [{cue: silence, at: two}]")).empty());
}

}  // namespace
}  // namespace ebbflow::story::test
