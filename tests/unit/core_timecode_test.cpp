// Timecode: every frame of a day has one name and every name one frame, with and without dropping.

#include <gmock/gmock.h>

#include "core/timecode.hpp"

namespace ebbflow::core {
namespace {

using testing::HasSubstr;

const FrameRate kFilm{24, 1}, kPal{25, 1}, kNtsc{30000, 1001}, kFast{60000, 1001};

/// Frames that a second of timecode counts.
std::int64_t seconds(const FrameRate& rate) {
    return (rate.numerator + rate.denominator - 1) / rate.denominator;
}

class NameOfFrames : public testing::TestWithParam<std::pair<FrameRate, bool>> {};

TEST_P(NameOfFrames, ReadBackToTheFrame) {
    const auto [rate, drop] = GetParam();
    // A step that is prime to seconds and minutes meets every place of them.
    const std::int64_t day =
        drop ? 24LL * 6 * 17982 * rate.numerator / 30000 : 24LL * 3600 * seconds(rate);
    for (std::int64_t frame = 0; frame < day; frame += 997) {
        const std::string name = timecodeOf(frame, rate, drop);
        const auto read = parseTimecode(name, rate);
        ASSERT_EQ(read.fault, "");
        ASSERT_EQ(read.frame, frame) << name;
        ASSERT_EQ(read.dropFrame, drop);
    }
    EXPECT_EQ(timecodeOf(day, rate, drop), timecodeOf(0, rate, drop)) << "the next day";
}

TEST_P(NameOfFrames, FollowEachOther) {
    const auto [rate, drop] = GetParam();
    std::string before;
    for (std::int64_t frame = 0; frame < 40'000; ++frame) {
        const std::string name = timecodeOf(frame, rate, drop);
        ASSERT_LT(before, name);
        ASSERT_EQ(parseTimecode(name, rate).frame, frame);
        before = name;
    }
}

INSTANTIATE_TEST_SUITE_P(Rates, NameOfFrames,
                         testing::Values(std::pair{kFilm, false}, std::pair{kPal, false},
                                         std::pair{kNtsc, false}, std::pair{kNtsc, true},
                                         std::pair{kFast, true}));

// The examples of SMPTE ST 12-1: a minute's first two names are missing, but not a tenth minute's.
TEST(Timecode, DropFrameLeavesOutTheNamesOfTheStandard) {
    EXPECT_EQ(timecodeOf(1799, kNtsc, true), "00:00:59;29");
    EXPECT_EQ(timecodeOf(1800, kNtsc, true), "00:01:00;02");
    EXPECT_EQ(timecodeOf(17981, kNtsc, true), "00:09:59;29");
    EXPECT_EQ(timecodeOf(17982, kNtsc, true), "00:10:00;00");
    EXPECT_EQ(timecodeOf(107892, kNtsc, true), "01:00:00;00") << "keeps up with the clock";
    EXPECT_EQ(timecodeOf(107892, kNtsc, false), "00:59:56:12");
    EXPECT_EQ(timecodeOf(3600, kFast, true), "00:01:00;04");
}

TEST(Timecode, SaysWhatIsWrong) {
    EXPECT_THAT(parseTimecode("10:00:00", kPal).fault, HasSubstr("hh:mm:ss:ff"));
    EXPECT_THAT(parseTimecode("24:00:00:00", kPal).fault, HasSubstr("no timecode"));
    EXPECT_THAT(parseTimecode("10:00:00:25", kPal).fault, HasSubstr("from 00 to 24"));
    EXPECT_THAT(parseTimecode("10:00:00;00", kPal).fault, HasSubstr("29.97"));
    EXPECT_THAT(parseTimecode("10:00:00;00", FrameRate{24000, 1001}).fault, HasSubstr("29.97"));
    EXPECT_THAT(parseTimecode("10:01:00;01", kNtsc).fault, HasSubstr("leaves out"));
    EXPECT_THAT(parseTimecode("10:00:00:00", FrameRate{25, 2}).fault, HasSubstr("no timecode"));
    EXPECT_THAT(parseTimecode("10:00:00:00", FrameRate{15, 1}).fault, HasSubstr("no timecode"));
    EXPECT_THAT(parseTimecode("10:00:00:00", FrameRate{120, 1}).fault, HasSubstr("no timecode"));
    EXPECT_EQ(parseTimecode("10:00:00:00", FrameRate{48, 1}).fault, "");
    EXPECT_EQ(parseTimecode("10:10:00;01", kNtsc).fault, "");
}

TEST(Timecode, IsToldFromATime) {
    EXPECT_TRUE(looksLikeTimecode("10:00:00:00"));
    EXPECT_TRUE(looksLikeTimecode("10:00:00;00"));
    EXPECT_FALSE(looksLikeTimecode("1:02:03.5"));
    EXPECT_FALSE(looksLikeTimecode("f2087"));
}

TEST(Timecode, ClockCountsFromItsStart) {
    const TimecodeClock clock("10:00:00:00", kPal);
    EXPECT_EQ(clock.at(std::int64_t{0}), "10:00:00:00");
    EXPECT_EQ(clock.at(FilmTime::fromSeconds(61.2)), "10:01:01:05");
    EXPECT_EQ(TimecodeClock("", kPal).at(std::int64_t{26}), "00:00:01:01");
    EXPECT_EQ(TimecodeClock("23:59:59:24", kPal).at(std::int64_t{1}), "00:00:00:00");
}

}  // namespace
}  // namespace ebbflow::core
