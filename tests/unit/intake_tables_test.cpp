// Tables of strangers: journeys with coordinates or names, flowmap.blue's pair, matrices. All data
// are made up for these tests.

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "intake_fixture.hpp"

namespace ebbflow::test {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class ImportedTables : public ImportTest {};

TEST_F(ImportedTables, KeplersPairsOfCoordinatesAreEnds) {
    const auto made = import({write("trips.csv",
                                    "pickup_lat,pickup_lng,dropoff_lat,dropoff_lng,passengers,"
                                    "colour\n40.75,-73.99,40.64,-73.78,12,red\n")});
    ASSERT_TRUE(made);
    EXPECT_EQ(made->kind, "journeys");
    EXPECT_EQ(movements(made),
              "kind,from_lat,from_lon,to_lat,to_lon,count,unit\n"
              "passengers,40.75,-73.99,40.64,-73.78,12,passengers\n");
    EXPECT_THAT(made->findings.passedOver, ElementsAre(HasSubstr("`colour`")));
}

TEST_F(ImportedTables, TheEndThatIsReachedMayStandFirst) {
    const auto made =
        import({write("t.csv", "to_lat,to_lon,from_lat,from_lon,count\n1,2,3,4,5\n")});
    EXPECT_THAT(movements(made), HasSubstr("\nmovements,3,4,1,2,5,"));
}

TEST_F(ImportedTables, FlowmapsPairKeepsOnlyPlacesThatAreNamed) {
    const auto made =
        import({write("locations.csv",
                      "id,name,lat,lon\n1,North,25.09,121.52\n2,South,24.99,121.5\n"
                      "3,Nowhere,0.5,0.5\n"),
                write("flows.csv", "origin,dest,count,time\n1,2,90,2019-05-01 07:00\n")});
    ASSERT_TRUE(made);
    EXPECT_EQ(made->kind, "flowmap");
    EXPECT_EQ(movements(made),
              "kind,from,to,when,count,unit\nmovements,1,2,2019-05-01T07:00,90,counted\n");
    EXPECT_THAT(file(made, "data/places.csv"),
                AllOf(HasSubstr("North"), Not(HasSubstr("Nowhere"))));
    EXPECT_THAT(made->findings.passedOver, Contains(HasSubstr("1 of 3 places")));
    EXPECT_THAT(file(made, "film.yaml"), HasSubstr("date: 2019-05-01T07:00/2019-05-01T07:59"));
}

TEST_F(ImportedTables, WithoutDatesThereIsNoYear) {
    const auto made = import({write("t.csv", "from,to,count\nParis,Berlin,3\n")});
    ASSERT_TRUE(made);
    EXPECT_THAT(file(made, "film.yaml"), Not(HasSubstr("date:")));
    EXPECT_THAT(made->findings.understood, Contains(HasSubstr("no year is shown")));
    EXPECT_THAT(movements(made), Not(HasSubstr("when")));
}

TEST_F(ImportedTables, WithoutACountEachRowIsOneJourney) {
    const auto made = import({write("t.csv", "from,to,date\nParis,Berlin,1951\n")});
    EXPECT_EQ(movements(made),
              "kind,from,to,when,count,unit\njourneys,Paris,Berlin,1951,1,journeys\n");
    EXPECT_THAT(made->findings.understood, Contains(HasSubstr("each row counts as one")));
}

TEST_F(ImportedTables, AMatrixIsReadByItsNames) {
    const auto made = import({write("m.csv", ",Berlin,Paris\nBerlin,0,12\nParis,4,7\n")});
    ASSERT_TRUE(made);
    EXPECT_EQ(made->kind, "matrix");
    EXPECT_EQ(movements(made),
              "kind,from,to,count,unit\n"
              "movements,Berlin,Paris,12,counted\nmovements,Paris,Berlin,4,counted\n"
              "movements,Paris,Paris,7,counted\n");
    EXPECT_THAT(made->findings.understood, Contains(HasSubstr("rings stand for them")));
}

TEST_F(ImportedTables, OneFormThatFitsAllDatesIsTakenAndSaid) {
    const auto made = import({write(
        "t.csv", "from,to,date,count\nParis,Berlin,3/4/1951,1\nParis,Berlin,9/14/1951,2\n")});
    EXPECT_THAT(movements(made), AllOf(HasSubstr(",1951-03-04,1,"), HasSubstr(",1951-09-14,2,")));
    EXPECT_THAT(made->findings.understood, Contains(HasSubstr("M/D/Y")));
}

TEST_F(ImportedTables, DatesThatMayBeTwoAreAskedFor) {
    const std::string table = write("t.csv", "from,to,date,count\nParis,Berlin,3/4/1951,1\n");
    EXPECT_FALSE(import({table}));
    EXPECT_THAT(messages(), Contains(AllOf(HasSubstr("t.csv:1: error:"), HasSubstr("D/M/Y"),
                                           HasSubstr("M/D/Y"), HasSubstr("--dates"))));
    diagnostics = {};
    EXPECT_THAT(movements(import({table}, {}, {.dateFormat = "D/M/Y"})), HasSubstr("1951-04-03"));
}

TEST_F(ImportedTables, InOtherEncodingsAreReadAsTheUserNamesThem) {
    const std::string table =
        write("t.csv", "from,to,date,count\n\xCC\xEE\xF1\xEA\xE2\xE0,Berlin,1951,1\n");
    EXPECT_FALSE(import({table}));
    EXPECT_THAT(messages(),
                Contains(AllOf(HasSubstr("windows-1251 (Москва)"), HasSubstr("--encoding"))));
    diagnostics = {};
    EXPECT_THAT(movements(import({table}, {}, {.encoding = "cp1251"})), HasSubstr("Москва,Berlin"));
}

TEST_F(ImportedTables, SecondsSince1970AreClocks) {
    const auto made =
        import({write("t.csv", "from,to,timestamp,count\nParis,Berlin,1564184363,1\n")});
    EXPECT_THAT(movements(made), HasSubstr("2019-07-26T23:39:23"));
}

TEST_F(ImportedTables, RowsThatCannotBeReadAreLeftOutAloud) {
    const auto made =
        import({write("t.csv",
                      "from,to,date,count\nParis,Berlin,1951,1\nParis,Xyzzyville,1951,"
                      "1\nParis,Berlin,sometime,1\nParis,Berlin,1952,-4\n")});
    EXPECT_EQ(movements(made),
              "kind,from,to,when,count,unit\nmovements,Paris,Berlin,1951,1,counted\n");
    EXPECT_THAT(messages(),
                ElementsAre(AllOf(HasSubstr("t.csv:3:7: warning:"), HasSubstr("Xyzzyville")),
                            AllOf(HasSubstr("t.csv:4:14: warning:"), HasSubstr("sometime")),
                            AllOf(HasSubstr("t.csv:5:19: warning:"), HasSubstr("negative"))));
    EXPECT_THAT(made->findings.passedOver, Contains(HasSubstr("3 of 4 rows")));
}

TEST_F(ImportedTables, DecimalsInCountsAreRoundedToEstimates) {
    const auto made = import({write("t.csv", "from,to,value\nParis,Berlin,2.5\nBerlin,Paris,4\n")});
    EXPECT_EQ(movements(made),
              "kind,from,to,count,unit,confidence\n"
              "movements,Paris,Berlin,3,counted,estimate\nmovements,Berlin,Paris,4,counted,\n");
}

TEST_F(ImportedTables, MoreKindsThanAFilmHasAreNotTaken) {
    std::string rows = "from,to,type\n";
    for (int i = 0; i < 17; ++i) rows += "Paris,Berlin,k" + std::to_string(i) + "\n";
    const auto made = import({write("t.csv", rows)});
    ASSERT_TRUE(made);
    EXPECT_THAT(movements(made), Not(HasSubstr("k3")));
    EXPECT_THAT(made->findings.passedOver, Contains(HasSubstr("17 different values")));
}

TEST_F(ImportedTables, WhatIsNothingWeKnowIsRefusedByItsColumns) {
    EXPECT_FALSE(import({write("t.csv", "colour,taste\nred,sweet\n")}));
    EXPECT_THAT(messages(), ElementsAre(AllOf(HasSubstr("t.csv:1:1: error:"), HasSubstr("colour"),
                                              HasSubstr("--as"))));
}

/// Files that are odd or broken, by what is said of them.
class OddTables : public ImportTest,
                  public testing::WithParamInterface<std::pair<const char*, const char*>> {};

TEST_P(OddTables, AreFaultsWithTheirPlace) {
    EXPECT_FALSE(import({write("odd.csv", GetParam().first)}));
    EXPECT_THAT(messages(), Contains(AllOf(HasSubstr("odd.csv"), HasSubstr("error: "),
                                           HasSubstr(GetParam().second))));
}

INSTANTIATE_TEST_SUITE_P(
    Files, OddTables,
    testing::Values(std::pair{"", "is empty"}, std::pair{"\n\n", "empty"},
                    std::pair{"from,to,count\n", "nothing that can be shown"},
                    std::pair{"from,to,to,count\nA,B,C,1\n", "two columns are called `to`"},
                    std::pair{"from,to,count\nPar\xFFis,Berlin,1\n", "UTF-8"},
                    std::pair{"from,to,count\n\"Paris,Berlin,1\n", "quote"},
                    std::pair{"\xFF\xFE\x66\x00", "UTF-16"},
                    std::pair{"from,to,count\nParis,Berlin,1,2,3\n", "5 values"}));

/// A workbook of sheets, each of texts alone.
using TextSheet = std::vector<std::vector<const char*>>;
void writeBook(const std::string& path, const char* driver,
               const std::vector<std::pair<const char*, TextSheet>>& sheets) {
    GDALAllRegister();
    const GDALDatasetUniquePtr book(GetGDALDriverManager()->GetDriverByName(driver)->Create(
        path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    for (const auto& [name, rows] : sheets) {
        OGRLayer* layer = book->CreateLayer(name);
        for (const char* column : rows.front()) {
            OGRFieldDefn field(column, OFTString);
            ASSERT_EQ(layer->CreateField(&field), OGRERR_NONE);
        }
        for (const auto& row : std::span(rows).subspan(1)) {
            OGRFeature feature(layer->GetLayerDefn());
            for (std::size_t i = 0; i < row.size(); ++i)
                feature.SetField(static_cast<int>(i), row[i]);
            ASSERT_EQ(layer->CreateFeature(&feature), OGRERR_NONE);
        }
    }
}

class ImportedBooks : public ImportTest, public testing::WithParamInterface<const char*> {};

TEST_P(ImportedBooks, EverySheetIsReadAlsoOneOfTextsAlone) {
    const std::string book = path(std::string("book.") + (GetParam()[0] == 'X' ? "xlsx" : "ods"));
    writeBook(book, GetParam(),
              {{"Places", {{"name", "lat", "lon"}, {"Alpha", "10", "20"}, {"Beta", "12", "25"}}},
               {"Trips", {{"origin", "dest", "when"}, {"Alpha", "Beta", "1951"}}}});
    const auto made = import({book});
    ASSERT_TRUE(made) << testing::PrintToString(messages());
    EXPECT_EQ(made->kind, "flowmap");
    EXPECT_EQ(movements(made),
              "kind,from,to,when,count,unit\njourneys,Alpha,Beta,1951,1,journeys\n");
}

INSTANTIATE_TEST_SUITE_P(Formats, ImportedBooks, testing::Values("XLSX", "ODS"),
                         [](const auto& driver) { return std::string(driver.param); });

TEST_F(ImportedTables, AHundredThousandRowsAreRows) {
    std::string rows = "from,to,date,count\n";
    for (int i = 0; i < 100'000; ++i)
        rows += "Paris,Berlin," + std::to_string(1900 + i % 50) + ",1\n";
    const std::string table = movements(import({write("t.csv", rows)}));
    EXPECT_EQ(std::ranges::count(table, '\n'), 100'001);
}

}  // namespace
}  // namespace ebbflow::test
