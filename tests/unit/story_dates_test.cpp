// The track of dates: monotone, through its keys, and its own inverse.

#include <gtest/gtest.h>

#include <random>

#include "story/date_track.hpp"

namespace ebbflow::story::test {
namespace {

std::vector<DateKey> someKeys(std::mt19937& engine) {
    const auto upTo = [&](double most) {
        return most * (static_cast<double>(engine() % 1000) + 1) / 1000;
    };
    std::vector<DateKey> keys{{0, -7000}};
    const auto count = 2 + engine() % 8;
    for (unsigned i = 0; i < count; ++i) {
        const DateKey& last = keys.back();
        // One span in four stands still; lengths and speeds lie up to 1000 to 1 apart.
        const double days = engine() % 4 == 0 ? 0 : upTo(1000);
        keys.push_back({last.seconds + 0.5 + upTo(50), last.day + days});
    }
    return keys;
}

TEST(DateTrack, NeverGoesBackAndMeetsItsKeys) {
    std::mt19937 engine{1950};
    for (int round = 0; round < 200; ++round) {
        const auto keys = someKeys(engine);
        const DateTrack track(keys);
        for (const DateKey& key : keys) EXPECT_NEAR(track.dayAt(key.seconds), key.day, 1e-9);
        double last = track.firstDay();
        for (double t = -1; t < keys.back().seconds + 1; t += 0.05) {
            const double day = track.dayAt(t);
            ASSERT_GE(day, last - 1e-9) << "at " << t;
            last = day;
        }
        EXPECT_EQ(last, track.lastDay());
    }
}

TEST(DateTrack, TellsWhenADayIsReached) {
    std::mt19937 engine{1951};
    for (int round = 0; round < 200; ++round) {
        const auto keys = someKeys(engine);
        const DateTrack track(keys);
        double last = 0;
        for (int i = 0; i <= 500; ++i) {
            const double day = track.firstDay() + (track.lastDay() - track.firstDay()) * i / 500;
            const double seconds = track.secondsAt(day);
            ASSERT_NEAR(track.dayAt(seconds), day, 1e-6);
            ASSERT_GE(seconds, last) << "later days come later";
            // It is the first time at which that day is there.
            ASSERT_LT(track.dayAt(seconds - 1e-3), day + 1e-9);
            last = seconds;
        }
    }
}

TEST(DateTrack, StandsBeforeAndAfter) {
    const DateTrack track({{2, 100}, {4, 300}});
    EXPECT_EQ(track.dayAt(-10), 100);
    EXPECT_EQ(track.dayAt(99), 300);
    EXPECT_EQ(track.secondsAt(-5), 2);
    EXPECT_EQ(track.secondsAt(1e9), 4);
    EXPECT_DOUBLE_EQ(track.dayAt(3), 200) << "two keys make a straight line";
}

TEST(DateTrack, EasesIntoAPauseAndOutOfIt) {
    const DateTrack track({{0, 0}, {10, 1000}, {20, 1000}, {30, 2000}});
    const auto speed = [&](double t) { return (track.dayAt(t + 1e-4) - track.dayAt(t)) / 1e-4; };
    EXPECT_GT(speed(5), 50);
    EXPECT_LT(speed(9.99), 1);
    EXPECT_EQ(speed(15), 0);
    EXPECT_LT(speed(20.01), 1);
}

}  // namespace
}  // namespace ebbflow::story::test
