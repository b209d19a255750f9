// The clicker's rules, and the clock's: what each command does to film time.

#include <gtest/gtest.h>

#include "live/playback.hpp"

namespace ebbflow::live {
namespace {

core::FilmTime at(double seconds) {
    return core::FilmTime::fromSeconds(seconds);
}

/// Two chapters: steps of 4 s and 6 s (the second waits), then one of 5 s.
std::vector<Segment> film() {
    return {
        {at(0), at(4), false, true}, {at(4), at(10), true, false}, {at(10), at(15), true, true}};
}

Playback playback(Mode mode) {
    return {film(), {25, 1}, mode};
}

void run(Playback& p, double seconds) {
    for (double done = 0; done < seconds - 1e-9; done += 0.25) p.advance(0.25);
}

TEST(Playback, PlainPlayRunsThroughCuesToTheEnd) {
    Playback p = playback(Mode::play);
    run(p, 12);
    EXPECT_DOUBLE_EQ(p.time().seconds(), 12);
    run(p, 10);
    EXPECT_TRUE(p.isOver());
    EXPECT_LT(p.time(), at(15));
    EXPECT_GT(p.time(), at(14.999));
}

TEST(Playback, KioskLoops) {
    Playback p = playback(Mode::kiosk);
    run(p, 17);
    EXPECT_NEAR(p.time().seconds(), 2, 1e-6);
    EXPECT_FALSE(p.isOver());
}

TEST(Playback, PresenterWaitsAtACueWhileTheWaitingClockRuns) {
    Playback p = playback(Mode::presenter);
    run(p, 13);
    EXPECT_TRUE(p.isWaiting());
    EXPECT_LT(p.time(), at(10));
    EXPECT_NEAR(p.time().seconds(), 10, 1e-6);
    EXPECT_NEAR(p.waiting(), 2.75, 0.3);
}

TEST(Playback, NextWhileMovingFinishesTheStepAndNextWhileWaitingGoesOn) {
    Playback p = playback(Mode::presenter);
    run(p, 1);
    p.next();
    EXPECT_TRUE(p.isWaiting());
    EXPECT_NEAR(p.time().seconds(), 4, 1e-6);
    EXPECT_LT(p.time(), at(4));
    p.next();
    EXPECT_FALSE(p.isWaiting());
    EXPECT_EQ(p.time(), at(4));
    EXPECT_EQ(p.waiting(), 0);
}

TEST(Playback, NextOfAShowThatStandsBeginsIt) {
    Playback p = playback(Mode::presenter);
    p.togglePause();
    run(p, 2);
    EXPECT_EQ(p.time(), at(0));
    p.next();
    run(p, 2);
    EXPECT_NEAR(p.time().seconds(), 2, 0.3);
    EXPECT_FALSE(p.isPaused());
}

TEST(Playback, NextAtTheLastCueDoesNothing) {
    Playback p = playback(Mode::presenter);
    for (int i = 0; i < 12; ++i) p.next();
    const auto end = p.time();
    EXPECT_NEAR(end.seconds(), 15, 1e-6);
    p.next();
    EXPECT_EQ(p.time(), end);
}

TEST(Playback, BackGoesToTheStepsStartAndAtOnceAgainToTheOneBefore) {
    Playback p = playback(Mode::presenter);
    run(p, 6);
    p.back();
    EXPECT_EQ(p.time(), at(4));
    p.advance(0.2);
    p.back();
    EXPECT_EQ(p.time(), at(0));
}

TEST(Playback, BackLaterThanASecondStaysInTheStep) {
    Playback p = playback(Mode::presenter);
    run(p, 6);
    p.back();
    run(p, 1.5);
    p.back();
    EXPECT_EQ(p.time(), at(4));
}

TEST(Playback, BackWhileWaitingLeavesTheWait) {
    Playback p = playback(Mode::presenter);
    run(p, 13);
    p.back();
    EXPECT_FALSE(p.isWaiting());
    EXPECT_EQ(p.time(), at(4));
}

TEST(Playback, BlackStopsTheFilmClockAndComesBackWhereItWas) {
    Playback p = playback(Mode::presenter);
    run(p, 2);
    p.toggleBlack();
    run(p, 30);
    EXPECT_TRUE(p.isBlack());
    p.toggleBlack();
    EXPECT_DOUBLE_EQ(p.time().seconds(), 2);
}

TEST(Playback, PauseStopsAndSpaceAtTheEndStartsOver) {
    Playback p = playback(Mode::play);
    run(p, 3);
    p.togglePause();
    run(p, 3);
    EXPECT_DOUBLE_EQ(p.time().seconds(), 3);
    p.togglePause();
    run(p, 20);
    p.togglePause();
    EXPECT_EQ(p.time(), at(0));
    EXPECT_FALSE(p.isPaused());
}

TEST(Playback, FramesAreSteppedExactly) {
    Playback p({{at(0), at(100), true, true}}, {30000, 1001}, Mode::play);
    for (int i = 1; i <= 1000; ++i) {
        p.stepFrames(1);
        ASSERT_EQ(p.time(), core::frameStart(i, {30000, 1001}));
    }
    p.stepFrames(-1000);
    EXPECT_EQ(p.time(), at(0));
    p.stepFrames(-5);
    EXPECT_EQ(p.time(), at(0));
}

TEST(Playback, ChaptersForwardAndBack) {
    Playback p = playback(Mode::play);
    run(p, 5);
    p.toChapter(+1);
    EXPECT_EQ(p.time(), at(10));
    p.toChapter(+1);
    EXPECT_EQ(p.time(), at(10));
    p.toChapter(-1);
    EXPECT_EQ(p.time(), at(0));
    run(p, 5);
    p.toChapter(-1);
    EXPECT_EQ(p.time(), at(0));
}

TEST(Playback, ASleepingMachineDoesNotSkipTheFilm) {
    Playback p = playback(Mode::play);
    p.advance(8 * 3600.0);
    EXPECT_LT(p.time(), at(0.1));
    p.advance(-5);
    EXPECT_LT(p.time(), at(0.1));
}

TEST(Playback, SeekingStaysWithinTheFilm) {
    Playback p = playback(Mode::play);
    p.seekBy(-3);
    EXPECT_EQ(p.time(), at(0));
    p.seekBy(1000);
    EXPECT_LT(p.time(), at(15));
}

TEST(Playback, AReloadedFilmHoldsTheTime) {
    Playback p = playback(Mode::play);
    run(p, 12);
    p.replace({{at(0), at(20), true, true}}, {25, 1});
    EXPECT_DOUBLE_EQ(p.time().seconds(), 12);
    p.replace({{at(0), at(5), true, true}}, {25, 1});
    EXPECT_LT(p.time(), at(5));
}

}  // namespace
}  // namespace ebbflow::live
