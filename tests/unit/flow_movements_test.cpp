// The movements table, in its own form and in flowmap.blue's and kepler.gl's, and each fault of a
// row.
#include <algorithm>
#include <tuple>

#include "unit/flow_fixture.hpp"

namespace ebbflow::flow {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

class Movements : public test::TableTest {};

TEST_F(Movements, AreReadWhole) {
    specs.sources = fileSpec(write("sources.csv", "id,citation\nqian_han,Qian Han\nyang,Yang\n"));
    const auto rows = movements(
        "id,kind,from,to,when,count,unit,route,confidence,source,note\n"
        "st-1,students,Peking,moscow,1951-08~,375,persons,moscow-peking,estimate,"
        "qian_han; yang,\"a, b\"\n");
    EXPECT_THAT(messages(), IsEmpty());
    ASSERT_EQ(rows.size(), 1U);
    const Movement& m = rows[0];
    EXPECT_EQ(m.id, "st-1");
    EXPECT_EQ(m.kind, "students");
    EXPECT_EQ(m.from, (Location{"beijing", {116.4, 39.9}}));
    EXPECT_EQ(m.to.placeId, "moscow");
    EXPECT_EQ(core::toString(m.when), "1951-08~");
    EXPECT_EQ(m.count, 375);
    EXPECT_EQ(m.unit, "persons");
    EXPECT_EQ(m.route, "moscow-peking");
    EXPECT_EQ(m.confidence, core::Confidence::estimate);
    EXPECT_THAT(m.sources, ElementsAre("qian_han", "yang"));
    EXPECT_EQ(m.row.line, 2);
}

TEST_F(Movements, ConfidenceFollowsTheSource) {
    const std::string csv =
        "from,to,when,count,source\nmoscow,harbin,1950,1,\nmoscow,harbin,1950,2,x\n";
    auto rows = movements(csv);
    EXPECT_EQ(rows.at(0).confidence, core::Confidence::unverified);
    EXPECT_EQ(rows.at(1).confidence, core::Confidence::documented);
    specs.filmHasSource = true;
    rows = movements(csv);
    EXPECT_EQ(rows.at(0).confidence, core::Confidence::documented);
}

TEST_F(Movements, SemicolonsTabsMarksAndCapitalsAreRead) {
    for (const char* csv : {"From;To;When;Count\nmoscow;harbin;1950;5\n",
                            "from\tto\twhen\tcount\nmoscow\tharbin\t1950\t5\n",
                            "\xEF\xBB\xBF"
                            "from,to,when,count\r\nmoscow,harbin,1950,5\r\n",
                            "\n\nfrom, to ,when,count\n moscow , harbin,1950, 5 \n,,,\n"}) {
        const auto rows = movements(csv);
        EXPECT_THAT(messages(), IsEmpty()) << csv;
        ASSERT_EQ(rows.size(), 1U) << csv;
        EXPECT_EQ(rows[0].count, 5);
    }
}

TEST_F(Movements, StartAndEndAreRead) {
    const auto rows = movements(
        "from,to,start,end,count\nmoscow,harbin,1950-03,1951-06-30,5\n"
        "moscow,harbin,1950,,6\n");
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(core::toString(rows[0].when), "1950-03/1951-06-30");
    EXPECT_EQ(core::toString(rows[1].when), "1950/..");
}

TEST_F(Movements, ColumnsMayHaveOtherNames) {
    specs.movements = fileSpec(write("m.csv", "von,to,Jahr,count\nmoscow,harbin,1950,5\n"));
    specs.movements.files[0].columns = {{"from", "von"}, {"when", "jahr"}};
    EXPECT_EQ(read().movements.size(), 1U);
    specs.movements.files[0].columns = {{"from", "vom"}, {"when", "jahr"}};
    (void)read();
    EXPECT_THAT(messages(), Contains(AllOf(StartsWith("film.yaml:7:12: error:"),
                                           HasSubstr("no column `vom`; did you mean `von`?"))));
}

TEST_F(Movements, InlineRowsAreRead) {
    core::InlineRow row;
    row.place = {"film.yaml", 5, 5};
    for (const auto& [column, value] : {std::pair{"kind", "students"},
                                        {"from", "Peking"},
                                        {"to", "Moscow"},
                                        {"when", "1953"},
                                        {"count", "1,390"}}) {
        row.cells.push_back({column, value, {"film.yaml", 5, 60}});
    }
    specs.movements.rows = {row};
    const auto rows = read().movements;
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].count, 1390);
    EXPECT_THAT(messages(),
                ElementsAre(HasSubstr("film.yaml:5:60: warning: `1,390` is read as 1390")));
}

TEST_F(Movements, KeplerRowsHaveNoDatesAndAreSpread) {
    const auto rows = movements(
        "source_lat,source_lng,target_lat,target_lng,count\n"
        "55.75,37.6,39.9,116.4,12\n");
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].kind, "movement");
    EXPECT_EQ(rows[0].from, (Location{"", {37.6, 55.75}}));
    EXPECT_EQ(rows[0].to, (Location{"", {116.4, 39.9}}));
    EXPECT_TRUE(isUndated(rows[0]));
    EXPECT_THAT(messages(), ElementsAre(HasSubstr("spread over the whole film")));
}

TEST_F(Movements, FlowmapBlueSheetsAreRead) {
    specs.locations = fileSpec(
        write("locations.csv", "id,name,lat,lon\n1,Altstadt,47.1,8.5\n2,Moscow,47.2,8.6\n"));
    specs.flowRows = fileSpec(write("flows.csv",
                                    "origin,dest,count,time\n1,2,30,2017-01-01T08:00:00\n"
                                    "2,1,4,2018-03\n"));
    const auto rows = read().movements;
    EXPECT_THAT(messages(), IsEmpty());
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].from, (Location{"1", {8.5, 47.1}}));
    EXPECT_EQ(rows[0].to, (Location{"2", {8.6, 47.2}}));
    EXPECT_EQ(core::toString(rows[0].when), "2017-01-01T08:00:00");
    EXPECT_EQ(core::toString(rows[1].when), "2018-03");
}

TEST_F(Movements, RowsWithoutIdsKeepThemWhenOthersMove) {
    const std::string head = "kind,from,to,when,count\n";
    const std::string a = "students,Peking,Moscow,1951,5\n", b = "students,Harbin,Moscow,1951,5\n";
    const auto ids = [&](const std::string& csv) {
        std::vector<std::string> result;
        for (const auto& m : movements(csv)) result.push_back(m.id);
        std::ranges::sort(result);
        return result;
    };
    EXPECT_EQ(ids(head + a + b + a), ids(head + b + a + a));
    EXPECT_THAT(ids(head + a + a + b), testing::SizeIs(3));
    const auto twins = ids(head + a + a);
    EXPECT_NE(twins[0], twins[1]);
}

TEST_F(Movements, AllFaultsAreReportedInOnePass) {
    const auto rows = movements(
        "id,from,to,when,count,confidence\n"
        "a,Pekng,moscow,1951,5,\n"
        "b,moscow,harbin,1956-13,5,sure\n"
        "\n"
        "c,moscow,harbin,1951,-5,\n"
        "d,moscow,harbin,1951,5,\n"
        "d,moscow,harbin,1952,5,\n");
    EXPECT_EQ(rows.size(), 1U);
    EXPECT_THAT(
        messages(),
        ElementsAre(AllOf(StartsWith("movements.csv:2:3: error:"), HasSubstr("`Pekng`"),
                          HasSubstr("did you mean `Peking`?")),
                    AllOf(StartsWith("movements.csv:3:27: error:"), HasSubstr("disputed")),
                    AllOf(StartsWith("movements.csv:3:17: error:"), HasSubstr("no month 13")),
                    AllOf(StartsWith("movements.csv:5:22: error:"), HasSubstr("negative")),
                    AllOf(StartsWith("movements.csv:7:1: error:"),
                          HasSubstr("`d` is taken by the row at movements.csv:6"))));
}

TEST_F(Movements, AnUnknownPlaceIsReportedOnceAndCounted) {
    std::string csv = "from,to,when,count\n";
    for (int i = 0; i < 500; ++i) csv += "Pekng,moscow,1951,5\n";
    EXPECT_THAT(movements(csv), IsEmpty());
    EXPECT_THAT(messages(), ElementsAre(HasSubstr("movements.csv:2:1: error"),
                                        HasSubstr("`Pekng` is used 500 times")));
}

TEST_F(Movements, GoingNowhereIsAWarning) {
    EXPECT_EQ(movements("from,to,when,count\nmoscow,Moscow,1951,5\n").size(), 1U);
    EXPECT_THAT(messages(), ElementsAre(AllOf(HasSubstr("warning"), HasSubstr("the same place"))));
}

struct BadRow {
    const char* name;
    const char* row;  ///< from,to,when,count,confidence,source
    int column;
    const char* message;
};

class BadRows : public test::TableTest, public testing::WithParamInterface<BadRow> {};
INSTANTIATE_TEST_SUITE_P(
    Rows, BadRows,
    testing::Values(
        BadRow{"space", "moscow,harbin,1951,13 90,,", 20, "`13 90` is no number"},
        BadRow{"threeNoughts", "moscow,harbin,1951,12.000,,", 20, "12.000 or 12000"},
        BadRow{"fraction", "moscow,harbin,1951,2.5,,", 20, "`2.5` is not a whole number"},
        BadRow{"words", "moscow,harbin,1951,about 5,,", 20, "plain digits"},
        BadRow{"infinite", "moscow,harbin,1951,inf,,", 20, "plain digits"},
        BadRow{"noCount", "moscow,harbin,1951,,,", 20, "`count` is empty"},
        BadRow{"overABillion", "moscow,harbin,1951,1000000001,,", 20, "over 1000000000"},
        BadRow{"overInt64", "moscow,harbin,1951,99999999999999999999,,", 20, "over 1000000000"},
        BadRow{"february30", "moscow,harbin,1956-02-30,5,,", 15, "1956-02 has 29 days"},
        BadRow{"endFirst", "moscow,harbin,1956/1950,5,,", 15, "ends before it begins"},
        BadRow{"noDate", "moscow,harbin,,5,,", 15, "has no date"},
        BadRow{"noPlace", ",harbin,1951,5,,", 1, "`from` is empty"},
        BadRow{"confidence", "moscow,harbin,1951,5,documnted,", 22, "did you mean `documented`?"},
        BadRow{"source", "moscow,harbin,1951,5,,qian_hen", 23, "did you mean `qian_han`?"},
        BadRow{"tooMany", "moscow,harbin,1951,1,390,,x", 0, "7 values where the header names 6"}),
    [](const auto& row) { return row.param.name; });

TEST_P(BadRows, IsReportedWhereItStands) {
    specs.sources = fileSpec(write("sources.csv", "id,citation\nqian_han,Qian Han\n"));
    EXPECT_THAT(movements(std::string("from,to,when,count,confidence,source\n") + GetParam().row +
                          "\nmoscow,harbin,1952,7,,\n"),
                testing::SizeIs(1));
    ASSERT_EQ(diagnostics.all().size(), 1U) << testing::PrintToString(messages());
    const auto& fault = diagnostics.all()[0];
    EXPECT_THAT(fault.message, HasSubstr(GetParam().message));
    EXPECT_EQ(std::tuple(fault.place.line, fault.place.column), std::tuple(2, GetParam().column));
    EXPECT_EQ(fault.severity, core::Severity::error);
}

struct BadPosition {
    const char* name;
    const char* values;  ///< from_lat,from_lon
    const char* message;
};

class BadPositions : public test::TableTest, public testing::WithParamInterface<BadPosition> {};
INSTANTIATE_TEST_SUITE_P(
    Positions, BadPositions,
    testing::Values(BadPosition{"nan", "nan,37.6", "`nan` is no number"},
                    BadPosition{"infinite", "55,inf", "`inf` is no number"},
                    BadPosition{"swapped", "116.4,39.9", "swapped?"},
                    BadPosition{"beyondPole", "91,120", "not between -90 and 90"},
                    BadPosition{"beyondWorld", "55,400", "not between -180 and 360"},
                    BadPosition{"twoSigns", "\"55,7\",37.6", "a decimal comma"},
                    BadPosition{"half", "55,", "`from_lon` is empty"}),
    [](const auto& position) { return position.param.name; });

TEST_P(BadPositions, IsReported) {
    EXPECT_THAT(movements(std::string("from_lat,from_lon,to,when,count\n") + GetParam().values +
                          ",moscow,1951,5\n"),
                IsEmpty());
    EXPECT_THAT(messages(), ElementsAre(AllOf(HasSubstr(":2:"), HasSubstr("error"),
                                              HasSubstr(GetParam().message))));
}

TEST_F(Movements, EndBeforeStart) {
    EXPECT_THAT(movements("from,to,start,end,count\nmoscow,harbin,1956,1950,5\n"), IsEmpty());
    EXPECT_THAT(messages(), ElementsAre(HasSubstr(":2:20: error: end 1950 is before start 1956")));
}

TEST_F(Movements, MisspeltColumns) {
    EXPECT_THAT(movements("from,to,when,cuont,note\nmoscow,harbin,1951,5,x\n"), IsEmpty());
    EXPECT_THAT(messages(),
                Contains(AllOf(HasSubstr("movements.csv:1: error: there is no column `count`"),
                               HasSubstr("did you mean `cuont`?"))));
    diagnostics = {};
    EXPECT_EQ(movements("from,to,when,count,rout,author\nmoscow,harbin,1951,5,x,y\n").size(), 1U);
    EXPECT_THAT(messages(), ElementsAre(AllOf(HasSubstr("warning: column `rout` is not read"),
                                              HasSubstr("did you mean `route`?"))));
}

}  // namespace
}  // namespace ebbflow::flow
