// A kiosk by the clock on the wall: when it is open, and what is counted of its days.

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <string>

#include <gtest/gtest.h>

#include "core/whole_file.hpp"
#include "live/day_counts.hpp"
#include "live/opening.hpp"
#include "support/video_fixture.hpp"

namespace ebbflow::live {
namespace {

constexpr int kDay = 24 * 60;

int at(int day, int hour, int minute = 0) {
    return day * kDay + hour * 60 + minute;
}

TEST(OpeningHours, NoneMeansAlways) {
    for (int minute = 0; minute < kWeekMinutes; ++minute) EXPECT_TRUE(isOpenAt({}, minute));
}

TEST(OpeningHours, FromTheFirstMinuteToBeforeTheLastOnTheirDays) {
    const std::vector<scene::OpeningTime> hours{{0, 4, 600, 1080}, {5, 5, 660, 780}};
    EXPECT_FALSE(isOpenAt(hours, at(0, 9, 59)));
    EXPECT_TRUE(isOpenAt(hours, at(0, 10)));
    EXPECT_TRUE(isOpenAt(hours, at(4, 17, 59)));
    EXPECT_FALSE(isOpenAt(hours, at(4, 18)));
    EXPECT_FALSE(isOpenAt(hours, at(5, 10, 30)));
    EXPECT_TRUE(isOpenAt(hours, at(5, 12)));
    for (int hour = 0; hour < 24; ++hour) EXPECT_FALSE(isOpenAt(hours, at(6, hour)));
}

TEST(OpeningHours, PastMidnightTheyBelongToTheDayOnWhichTheyBegan) {
    const std::vector<scene::OpeningTime> late{{4, 5, 20 * 60, 2 * 60}};
    EXPECT_TRUE(isOpenAt(late, at(4, 23)));
    EXPECT_TRUE(isOpenAt(late, at(5, 1, 59))) << "Friday's night";
    EXPECT_TRUE(isOpenAt(late, at(6, 1))) << "Saturday's night";
    EXPECT_FALSE(isOpenAt(late, at(4, 1))) << "Thursday has none";
    EXPECT_FALSE(isOpenAt(late, at(6, 21)));
    const std::vector<scene::OpeningTime> sunday{{6, 6, 22 * 60, 60}};
    EXPECT_TRUE(isOpenAt(sunday, at(0, 0, 30))) << "over the week's end";
}

TEST(OpeningHours, DaysGoOverTheWeeksEnd) {
    const std::vector<scene::OpeningTime> hours{{5, 0, 600, 1080}};
    for (const int day : {5, 6, 0}) EXPECT_TRUE(isOpenAt(hours, at(day, 12))) << day;
    for (const int day : {1, 2, 3, 4}) EXPECT_FALSE(isOpenAt(hours, at(day, 12))) << day;
}

/// The machine's time zone, for as long as it lives.
class TimeZone {
public:
    explicit TimeZone(const char* name) {
        if (const char* before = std::getenv("TZ")) before_ = before;
        setenv("TZ", name, 1);
        tzset();
    }
    ~TimeZone() {
        if (before_.empty())
            unsetenv("TZ");
        else
            setenv("TZ", before_.c_str(), 1);
        tzset();
    }
    TimeZone(const TimeZone&) = delete;
    TimeZone& operator=(const TimeZone&) = delete;

private:
    std::string before_;
};

TEST(OpeningHours, GoByTheMachinesTimeZone) {
    // 1970-01-05 was a Monday.
    constexpr std::int64_t kMondayNoon = 4 * 86'400 + 12 * 3'600;
    const TimeZone utc("UTC0");
    EXPECT_EQ(minuteOfWeek(kMondayNoon), at(0, 12));
    EXPECT_EQ(minuteOfWeek(kMondayNoon - 86'400), at(6, 12)) << "Sunday";
    EXPECT_EQ(localDay(kMondayNoon), "1970-01-05");
    const TimeZone east("EAST-13");
    EXPECT_EQ(minuteOfWeek(kMondayNoon), at(1, 1));
    EXPECT_EQ(localDay(kMondayNoon), "1970-01-06");
}

TEST(DayCounts, AreKeptOverAStartAndOrderedByDay) {
    const test::TemporaryFolder folder;
    const auto path = folder / "counts.csv";
    {
        DayCounts counts(path);
        counts.add("2026-11-30", "start");
        counts.add("2026-11-30", "chapter", "treaty");
        counts.add("2026-11-30", "chapter", "treaty");
        EXPECT_TRUE(counts.saveAll());
    }
    DayCounts counts(path);
    counts.add("2026-11-30", "chapter", "treaty");
    counts.add("2026-11-29", "language", "zh-Hans");
    counts.add("2026-12-01", "start");
    EXPECT_TRUE(counts.saveAll());
    EXPECT_EQ(core::readWhole(path),
              "date,what,which,count\n2026-11-29,language,zh-Hans,1\n"
              "2026-11-30,chapter,treaty,3\n2026-11-30,start,,1\n2026-12-01,start,,1\n");
}

TEST(DayCounts, WriteOnlyWhatIsNewAndNotAllTheTime) {
    const test::TemporaryFolder folder;
    const auto path = folder / "counts.csv";
    DayCounts counts(path);
    EXPECT_TRUE(counts.save(0));
    EXPECT_FALSE(std::filesystem::exists(path)) << "nothing was counted";
    counts.add("2026-11-30", "visit");
    EXPECT_TRUE(counts.save(1));
    counts.add("2026-11-30", "visit");
    EXPECT_TRUE(counts.save(5));
    EXPECT_EQ(core::readWhole(path), "date,what,which,count\n2026-11-30,visit,,1\n");
    EXPECT_TRUE(counts.save(11.5));
    EXPECT_EQ(core::readWhole(path), "date,what,which,count\n2026-11-30,visit,,2\n");
}

TEST(DayCounts, NeverGrowForEverNorBreakTheirTable) {
    const test::TemporaryFolder folder;
    const auto path = folder / "counts.csv";
    DayCounts counts(path);
    for (int day = 0; day < 900; ++day) counts.add(localDay(std::int64_t{day} * 86'400), "start");
    counts.add("2026-11-30", "chapter", "a,\"b\"\nc");
    ASSERT_TRUE(counts.saveAll());
    const std::string text = core::readWhole(path);
    EXPECT_EQ(std::ranges::count(text, '\n'), 733);
    EXPECT_NE(text.find("2026-11-30,chapter,a  b  c,1\n"), std::string::npos);
    EXPECT_EQ(text.find("1970-01-01"), std::string::npos) << "the oldest go first";
}

TEST(DayCounts, WhatCannotBeWrittenIsKept) {
    const test::TemporaryFolder folder;
    DayCounts counts(folder / "nowhere/counts.csv");
    counts.add("2026-11-30", "visit");
    EXPECT_FALSE(counts.saveAll());
    std::filesystem::create_directory(folder / "nowhere");
    EXPECT_TRUE(counts.saveAll());
    EXPECT_TRUE(DayCounts("").saveAll()) << "without a file nothing is counted";
}

}  // namespace
}  // namespace ebbflow::live
