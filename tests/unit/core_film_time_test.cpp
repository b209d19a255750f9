// Film time is exact: no rate drifts, and frame and time are one another's inverse.

#include <gtest/gtest.h>

#include "core/film_time.hpp"

namespace ebbflow::core::test {
namespace {

TEST(FilmTime, NoRateDrifts) {
    for (const std::string name :
         {"24000/1001", "24", "25", "30000/1001", "30", "50", "60000/1001", "60", "1", "120"}) {
        const FrameRate rate = parseFrameRate(name).value();
        // Ten hours in, frame i is still at exactly i / rate.
        const std::int64_t frames = 36000 * rate.numerator / rate.denominator;
        for (const std::int64_t i :
             {std::int64_t{0}, std::int64_t{1}, std::int64_t{1001}, frames}) {
            const FilmTime start = frameStart(i, rate);
            EXPECT_EQ(start.ticks() * rate.numerator,
                      i * rate.denominator * FilmTime::kTicksPerSecond)
                << name;
            EXPECT_EQ(frameAt(start, rate), i);
            EXPECT_EQ(frameAt(start - FilmTime::fromTicks(1), rate), i - 1);
        }
    }
}

TEST(FilmTime, RatesHaveTheNamesOfTheTrade) {
    EXPECT_EQ(parseFrameRate("29.97"), (FrameRate{30000, 1001}));
    EXPECT_EQ(parseFrameRate("23.976"), (FrameRate{24000, 1001}));
    EXPECT_EQ(parseFrameRate("59.94"), (FrameRate{60000, 1001}));
    EXPECT_EQ(parseFrameRate("50/2"), (FrameRate{25, 1}));
    EXPECT_EQ(toString(FrameRate{30000, 1001}), "30000/1001");
    EXPECT_EQ(toString(FrameRate{25, 1}), "25");
    for (const char* text : {"", "0", "-25", "25/0", "fast", "29.98", "25 fps", "1/0", "11", "31",
                             "1000", "144", "1/2", "99999999999999999999"}) {
        EXPECT_EQ(parseFrameRate(text), std::nullopt) << text;
    }
}

TEST(FilmTime, ALastFrameThatIsCutShortIsAFrame) {
    const FrameRate rate{25, 1};
    const FilmTime tick = FilmTime::fromTicks(1), second = FilmTime::fromSeconds(1);
    EXPECT_EQ(frameCount({}, rate), 0);
    EXPECT_EQ(frameCount(tick, rate), 1);
    EXPECT_EQ(frameCount(second, rate), 25);
    EXPECT_EQ(frameCount(second + tick, rate), 26);
    EXPECT_EQ(frameCount(second, {30000, 1001}), 30);
}

TEST(FilmTime, IsWrittenInSecondsMinutesHoursOrFrames) {
    const FrameRate rate{25, 1};
    const auto seconds = [&](std::string_view text) {
        const auto time = parseFilmTime(text, rate);
        return time ? time->seconds() : -1;
    };
    EXPECT_EQ(seconds("83.5"), 83.5);
    EXPECT_EQ(seconds("1:23.5"), 83.5);
    EXPECT_EQ(seconds("1:02:03.5"), 3723.5);
    EXPECT_EQ(seconds("f2087"), 83.48);
    EXPECT_EQ(seconds("0"), 0);
    for (const char* text : {"", "-1", "1:60", "1:-2", "f", "f-3", "f1.5", "1:2:3:4", "nan", "inf",
                             "1 s", ":30", "1:"}) {
        EXPECT_EQ(seconds(text), -1) << text;
    }
    EXPECT_EQ(toString(FilmTime::fromSeconds(83.5)), "1:23.50");
    EXPECT_EQ(toString(FilmTime::fromSeconds(59.999)), "1:00.00");
}

}  // namespace
}  // namespace ebbflow::core::test
