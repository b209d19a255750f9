// How numbers and dates of a table are written is settled for its columns, never for a cell: what
// is certain is read and said, what is not is named with both readings.
#include "unit/flow_fixture.hpp"

#include "flow/number_form.hpp"

namespace ebbflow::flow {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TEST(PlainNumber, ReadsOneNumberInEachForm) {
    EXPECT_EQ(plainNumber("1.390,5", ','), "1390.5");
    EXPECT_EQ(plainNumber("1,390.5", '.'), "1390.5");
    EXPECT_EQ(plainNumber("-1,5536", ','), "-1.5536");
    EXPECT_EQ(plainNumber("1 390", '.'), "1390");
    EXPECT_EQ(plainNumber("1\u202F390\u202F000", ','), "1390000");
    EXPECT_EQ(plainNumber("2'085", '.'), "2085");
    EXPECT_EQ(plainNumber("12.000", '.'), "12.000");
    EXPECT_EQ(plainNumber("12.000", ','), "12000");
    for (const char* text : {"1,39", "13,90.5", "1,390,5", "0,764", "1.2.3", "1 39", "", "-", "."})
        EXPECT_EQ(plainNumber(text, '.'), std::nullopt) << text;
}

class TableNumbers : public test::TableTest {
protected:
    std::vector<std::int64_t> counts(const std::string& csv) {
        std::vector<std::int64_t> result;
        for (const Movement& m : movements(csv)) result.push_back(m.count);
        return result;
    }
};

constexpr const char* kDecimalComma =
    "source_lat;source_lng;target_lat;target_lng;count;when\n"
    "45,764;4,8357;47,2184;-1,5536;120;1951-03\n"
    "45,764;4,8357;48,8566;2,3522;1 200;1951-05\n";

TEST_F(TableNumbers, ADecimalCommaIsReadAndSaid) {
    const auto rows = movements(kDecimalComma);
    ASSERT_THAT(rows, SizeIs(2));
    EXPECT_EQ(rows[0].from.position, (core::LonLat{4.8357, 45.764}));
    EXPECT_EQ(rows[0].to.position, (core::LonLat{-1.5536, 47.2184}));
    EXPECT_EQ(rows[1].count, 1200);
    EXPECT_THAT(
        messages(),
        ElementsAre(AllOf(HasSubstr("movements.csv:2:1: warning: `45,764` is read as 45.764"),
                          HasSubstr("`decimal: \",\"`")),
                    HasSubstr("movements.csv:3:30: warning: `1 200` is read as 1200")));
}

TEST_F(TableNumbers, TheScriptMaySayWhichSignItIs) {
    specs.movements = fileSpec(write("m.csv", kDecimalComma));
    specs.movements.files[0].decimal = ',';
    EXPECT_THAT(read().movements, SizeIs(2));
    EXPECT_THAT(messages(), IsEmpty());
    specs.movements.files[0].decimal = '.';
    EXPECT_THAT(read().movements, IsEmpty());
    EXPECT_THAT(messages()[0], AllOf(HasSubstr("m.csv:2:"), HasSubstr("`4,8357`")));
}

TEST_F(TableNumbers, OneCellSettlesTheOthers) {
    // `12.000` alone may be twelve; beside `1.390,0` it is twelve thousand.
    EXPECT_THAT(
        counts("from;to;when;count\nmoscow;harbin;1951;12.000\nmoscow;harbin;1951;1.390,0\n"),
        ElementsAre(12000, 1390));
    EXPECT_THAT(messages(), ElementsAre(HasSubstr("`1.390,0` is read as 1390.0")));
}

TEST_F(TableNumbers, WhatDividesTheColumnsSettlesGroups) {
    EXPECT_THAT(counts("from,to,when,count\nmoscow,harbin,1951,\"1,390\"\n"), ElementsAre(1390));
    EXPECT_THAT(messages(), ElementsAre(HasSubstr("`1,390` is read as 1390")));
    diagnostics = {};
    EXPECT_THAT(counts("from;to;when;count\nmoscow;harbin;1951;1.390\n"), ElementsAre(1390));
    EXPECT_THAT(messages(), ElementsAre(HasSubstr("`1.390` is read as 1390")));
}

TEST_F(TableNumbers, InDoubtBothReadingsAreNamedOnce) {
    EXPECT_THAT(counts("from,to,when,count\nmoscow,harbin,1951,12.000\nmoscow,harbin,1952,3.000\n"
                       "moscow,harbin,1953,7\n"),
                ElementsAre(7));
    EXPECT_THAT(messages(), ElementsAre(AllOf(
                                HasSubstr("movements.csv:2:20: error: count: `12.000` is 12.000 or "
                                          "12000"),
                                HasSubstr("1 more"))));
    diagnostics = {};
    EXPECT_THAT(counts("from\tto\twhen\tcount\nmoscow\tharbin\t1951\t1,390\n"), IsEmpty());
    EXPECT_THAT(messages(), ElementsAre(HasSubstr("`1,390` is 1390 or 1.390")));
}

TEST_F(TableNumbers, TwoSignsInOneTableAreRefusedTogether) {
    EXPECT_THAT(movements("from_lat;from_lon;to;when;count\n55,7;37,6;harbin;1951;5\n"
                          "55.7;37.6;harbin;1951;5\n"),
                IsEmpty());
    EXPECT_THAT(messages(), ElementsAre(AllOf(HasSubstr("`55,7` has a decimal comma"),
                                              HasSubstr("`55.7` in line 3 a decimal point"))));
}

TEST_F(TableNumbers, FiguresOfFloatingPointColumnsAreWhole) {
    EXPECT_THAT(
        counts("from,to,when,count\nmoscow,harbin,1951.0,375.0\nmoscow,harbin,1952.0,1.0\n"),
        ElementsAre(375, 1));
    EXPECT_THAT(messages(), IsEmpty());
}

TEST_F(TableNumbers, AFailedCellHasNoFollowUps) {
    EXPECT_THAT(movements("from_lat,from_lon,to_lat,to_lon,count,when\nx,37,y,40,5,1951\n"),
                IsEmpty());
    EXPECT_THAT(messages(),
                ElementsAre(HasSubstr("`x` is no number"), HasSubstr("`y` is no number")));
}

class TableDates : public test::TableTest {
protected:
    std::vector<std::string> dates(const std::string& cells, const std::string& format = {}) {
        specs.movements = fileSpec(write("m.csv", "from,to,count,when\n" + cells));
        specs.movements.files[0].dateFormat = format;
        std::vector<std::string> result;
        for (const Movement& m : read().movements) result.push_back(core::toString(m.when));
        return result;
    }
};

TEST_F(TableDates, AFormIsNamedWithTheSettingThatReadsIt) {
    const std::string cells =
        "moscow,harbin,3,9/14/1951\nmoscow,harbin,3,9/4/1951\nmoscow,harbin,2,1951.0\n";
    EXPECT_THAT(dates(cells), ElementsAre("1951"));
    EXPECT_THAT(
        messages(),
        ElementsAre(AllOf(HasSubstr("m.csv:2:17: error: when: `9/14/1951` looks like M/D/Y"),
                          HasSubstr("`date_format: M/D/Y`")),
                    HasSubstr("`9/4/1951` looks like M/D/Y")));
    diagnostics = {};
    EXPECT_THAT(dates(cells, "M/D/Y"), ElementsAre("1951-09-14", "1951-09-04", "1951"));
    EXPECT_THAT(messages(), IsEmpty());
}

TEST_F(TableDates, AFormThatMayBeTwoIsNamedAsTwo) {
    EXPECT_THAT(dates("moscow,harbin,3,9/4/1951\n"), IsEmpty());
    EXPECT_THAT(messages(), ElementsAre(HasSubstr("`9/4/1951` may be D/M/Y or M/D/Y")));
}

TEST_F(TableDates, FormsOfManyTablesAreKnown) {
    for (const auto& [text, form] : {std::pair{"14.09.1951", "D.M.Y"},
                                     {"1951-9-4", "Y-M-D"},
                                     {"Sept 1951", "M Y"},
                                     {"19510904", "YMD"},
                                     {"7/22/2016 6:30 PM", "M/D/Y h:m p"}}) {
        diagnostics = {};
        EXPECT_THAT(dates(std::string("moscow,harbin,3,") + text + "\n"), IsEmpty());
        EXPECT_THAT(messages(), ElementsAre(HasSubstr(std::string("looks like ") + form + ";")));
        EXPECT_THAT(dates(std::string("moscow,harbin,3,") + text + "\n", form), SizeIs(1)) << text;
    }
}

TEST_F(TableDates, ADayThatIsNotIsQuotedWhole) {
    EXPECT_THAT(dates("moscow,harbin,3,1951-06-31\n"), IsEmpty());
    EXPECT_THAT(messages(), ElementsAre(HasSubstr("`1951-06-31`: 1951-06 has 30 days")));
    diagnostics = {};
    EXPECT_THAT(dates("moscow,harbin,3,6/31/1951\n", "M/D/Y"), IsEmpty());
    EXPECT_THAT(messages(), ElementsAre(AllOf(HasSubstr("`6/31/1951`"), HasSubstr("30 days"))));
}

TEST_F(TableDates, ClocksAreKeptAndMidnightsOfAllAreDays) {
    EXPECT_THAT(dates("moscow,harbin,3,2016-07-02 18:30:00\nmoscow,harbin,3,2016-07-03 00:00:00\n"
                      "moscow,harbin,3,2016-07-03\n"),
                ElementsAre("2016-07-02T18:30:00", "2016-07-03T00:00:00", "2016-07-03"));
    EXPECT_THAT(dates("moscow,harbin,3,2016-07-02 00:00:00\nmoscow,harbin,3,2016-07-03 00:00:00\n"),
                ElementsAre("2016-07-02", "2016-07-03"));
    EXPECT_THAT(messages(), IsEmpty());
}

TEST_F(TableDates, SeveralZonesAreSaid) {
    EXPECT_THAT(
        dates("moscow,harbin,3,2016-07-02 18:30:00\nmoscow,harbin,3,2016-07-02T19:30:00Z\n"),
        SizeIs(2));
    EXPECT_THAT(messages(), ElementsAre(HasSubstr("several zones (none, +00:00)")));
}

}  // namespace
}  // namespace ebbflow::flow
