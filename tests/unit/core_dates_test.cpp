// Days and EDTF periods: every day of 3,500 years, parse(print(x)) = x, and what is refused.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <sstream>
#include <vector>

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
    CivilDate last = toCivil(toDay({-1001, 12, 31}));
    for (Day day = toDay({-1000, 1, 1}); day < toDay({2500, 1, 1}); day = day + 1) {
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
        const CivilDate d = toCivil(Day{static_cast<std::int64_t>(engine() % 20000) - 10000});
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
}

TEST(Dates, AFaultQuotesAllAndSaysWhatToWrite) {
    for (const auto& [text, advice] : {std::pair{"9/14/1951", "looks like M/D/Y: write 1951-09-14"},
                                       {"9/4/1951", "1951-09-04 if it is M/D/Y"},
                                       {"c. 1951", "write 1951~"},
                                       {"1951–1953", "write 1951/1953"},
                                       {"1951-1953", "write 1951/1953"},
                                       {"1951/52", "write 1951/1952"},
                                       {"1950s", "write 195X"},
                                       {"open/1951", "write ../1951"},
                                       {"-733", "write -0732 for 733 BC"},
                                       {"Sept 1951", "write 1951-09"}}) {
        const std::string fault = parsePeriod(text).fault;
        EXPECT_THAT(fault, HasSubstr(std::string("`") + text + "`"));
        EXPECT_THAT(fault, HasSubstr(advice));
    }
}

TEST(Dates, WhatTheSourceDoesNotKnowIsSoft) {
    for (const char* text : {"1951~", "1951?", "1951%", "195X", "1951-XX", "1951-08-XX", "1951-21",
                             "1951/1952~", "[1951,1952]"})
        EXPECT_TRUE(period(text).isSoft()) << text;
    for (const char* text :
         {"1951", "1951-08", "1951/1953", "1951/..", "-0732", "1951-08-03T18:30"})
        EXPECT_FALSE(period(text).isSoft()) << text;
}

void expectRow(const std::string& value, const std::string& first, const std::string& last,
               const std::string& printed) {
    const PeriodOrFault read = parsePeriod(value);
    if (first == "refused") {
        EXPECT_FALSE(read.period) << value;
        EXPECT_THAT(read.fault, HasSubstr("`" + value + "`"));
        return;
    }
    ASSERT_TRUE(read.period) << value << ": " << read.fault;
    EXPECT_EQ(read.period->openBegin, first == "open") << value;
    EXPECT_EQ(read.period->openEnd, last == "open") << value;
    const Span span = read.period->span();
    if (first != "open") {
        EXPECT_EQ(toString(span.from), first) << value;
    }
    // The table has the last day, or the instant with which it is over.
    const bool byDay = span.isWholeDays();
    if (last != "open") {
        EXPECT_EQ(byDay ? toString(read.period->last()) : toString(span.until), last) << value;
    }
    EXPECT_EQ(toString(*read.period), printed.empty() ? value : printed);
    EXPECT_EQ(parsePeriod(toString(*read.period)).period, read.period) << value;
}

TEST(Dates, MeanWhatTheTableSays) {
    std::ifstream table(EBBFLOW_SOURCE_DIR "/tests/data/dates.tsv");
    std::string line;
    int rows = 0;
    while (std::getline(table, line)) {
        if (line.starts_with('#')) continue;
        std::vector<std::string> cells;
        std::istringstream rest(line);
        for (std::string cell; std::getline(rest, cell, '\t');) cells.push_back(cell);
        cells.resize(4);
        expectRow(cells[0], cells[1], cells[2], cells[3]);
        ++rows;
    }
    EXPECT_GT(rows, 120);
}

}  // namespace
}  // namespace ebbflow::core::test
