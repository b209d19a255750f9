// Days and EDTF periods: every day of a millennium, parse(print(x)) = x, and what is refused.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "core/date.hpp"

namespace ebbflow::core::test {
namespace {

using testing::HasSubstr;

Period period(const std::string& text) {
    const PeriodOrFault read = parsePeriod(text);
    EXPECT_TRUE(read.period) << text << ": " << read.fault;
    return read.period.value_or(Period{});
}

TEST(Dates, EveryDayHasOneCivilDate) {
    CivilDate last = toCivil(toDay({1499, 12, 31}));
    for (Day day = toDay({1500, 1, 1}); day < toDay({2500, 1, 1}); day = day + 1) {
        const CivilDate date = toCivil(day);
        ASSERT_TRUE(isValid(date));
        ASSERT_EQ(toDay(date), day);
        const bool next = date.day == last.day + 1 || (date.day == 1 && last.day >= 28);
        ASSERT_TRUE(next) << toString(day);
        last = date;
    }
    EXPECT_EQ(toDay({1970, 1, 1}).number, 0);
    EXPECT_EQ(toString(toDay({1960, 7, 16})), "1960-07-16");
}

TEST(Dates, LeapYearsAreGregorian) {
    EXPECT_TRUE(isValid({1956, 2, 29}));
    EXPECT_TRUE(isValid({2000, 2, 29}));
    EXPECT_FALSE(isValid({1900, 2, 29}));
    EXPECT_FALSE(isValid({1956, 2, 30}));
    EXPECT_FALSE(isValid({1956, 13, 1}));
    EXPECT_FALSE(isValid({1956, 0, 1}));
}

TEST(Dates, EndsAreAsPreciseAsTheSource) {
    const Period year = period("1956");
    EXPECT_EQ(toString(year.first()), "1956-01-01");
    EXPECT_EQ(toString(year.last()), "1956-12-31");
    EXPECT_EQ(year.precision(), Precision::year);
    const Period month = period("1956-02");
    EXPECT_EQ(toString(month.last()), "1956-02-29");
    const Period mixed = period("1956-08-03/1957");
    EXPECT_EQ(toString(mixed.first()), "1956-08-03");
    EXPECT_EQ(toString(mixed.last()), "1957-12-31") << "both ends are included";
    EXPECT_EQ(mixed.precision(), Precision::year) << "no finer than its coarser end";
}

TEST(Dates, DoubtIsKept) {
    EXPECT_TRUE(period("1956~").approximate());
    EXPECT_FALSE(period("1956~").uncertain());
    EXPECT_TRUE(period("1956-08?").uncertain());
    EXPECT_TRUE(period("1956%").uncertain() && period("1956%").approximate());
    EXPECT_TRUE(period("1950/1953~").approximate());
}

TEST(Dates, OpenEndsContainAllBeyond) {
    const Period from = period("1956/..");
    EXPECT_TRUE(from.openEnd && from.contains(toDay({2999, 1, 1})));
    EXPECT_FALSE(from.contains(toDay({1955, 12, 31})));
    const Period until = period("../1956");
    EXPECT_TRUE(until.openBegin && until.contains(toDay({1, 1, 1})));
    EXPECT_FALSE(until.contains(toDay({1957, 1, 1})));
    EXPECT_TRUE(period("1956/").openEnd);
}

TEST(Dates, PrintedPeriodsReadBackTheSame) {
    std::mt19937 engine{1956};
    const auto end = [&] {
        const CivilDate d = toCivil(Day{static_cast<std::int32_t>(engine() % 20000) - 10000});
        std::string text = std::to_string(d.year);
        const auto two = [](int n) { return (n < 10 ? "-0" : "-") + std::to_string(n); };
        const auto precision = engine() % 3;
        if (precision > 0) text += two(d.month);
        if (precision > 1) text += two(d.day);
        return text + std::string("~?%").substr(engine() % 4, 1);
    };
    int read = 0;
    for (int i = 0; i < 3000; ++i) {
        std::string text = end();
        if (engine() % 2 == 0) text += "/" + (engine() % 4 == 0 ? std::string("..") : end());
        const PeriodOrFault first = parsePeriod(text);
        if (!first.period) {
            EXPECT_THAT(first.fault, HasSubstr("ends before it begins")) << text;
            continue;
        }
        ++read;
        EXPECT_EQ(toString(*first.period), text);
        EXPECT_EQ(parsePeriod(toString(*first.period)).period, first.period);
    }
    EXPECT_GT(read, 1500);
}

TEST(Dates, WhatIsNoDateIsRefusedWithAReason) {
    const auto fault = [](std::string_view text) {
        const PeriodOrFault read = parsePeriod(text);
        EXPECT_FALSE(read.period) << text;
        return read.fault;
    };
    EXPECT_THAT(fault("1956-13"), HasSubstr("no month 13"));
    EXPECT_THAT(fault("1956-02-30"), HasSubstr("1956-02 has 29 days"));
    EXPECT_THAT(fault("1957/1956"), HasSubstr("ends before it begins"));
    for (const char* text :
         {"", "56", "1956-8", "1956-08-3", "19560803", "1956/08", "August 1956", "0000", "-1956",
          "1956 ", "1956-08-03T12:00", "1956~?", "../..", "1956/1957/1958", "195x", "１９５６"}) {
        EXPECT_NE(fault(text), "") << text;
    }
}

}  // namespace
}  // namespace ebbflow::core::test
