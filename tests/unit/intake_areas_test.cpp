// Areas of map files, with their days. All data are made up for these tests.

#include <nlohmann/json.hpp>

#include "intake/areas.hpp"
#include "intake/label_point.hpp"
#include "intake_fixture.hpp"

namespace ebbflow::test {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

/// A square of one degree whose south-west corner is at `lon`, 50, with these properties.
std::string square(int lon, const std::string& properties) {
    const std::string west = std::to_string(lon), east = std::to_string(lon + 1);
    return R"({"type":"Feature","properties":{)" + properties +
           R"(},"geometry":{"type":"Polygon","coordinates":[[[)" + west + ",50],[" + east +
           ",50],[" + east + ",51],[" + west + ",51],[" + west + ",50]]]}}";
}

std::string map(const std::string& features) {
    return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

class ImportedAreas : public ImportTest {
protected:
    /// Properties of a feature of a file that was made.
    static nlohmann::json properties(const std::optional<intake::Made>& made,
                                     const std::string& name, std::size_t feature) {
        const auto json = nlohmann::json::parse(file(made, name), nullptr, false);
        return json.is_object() ? json["features"][feature]["properties"] : json;
    }
};

TEST_F(ImportedAreas, StandForTheDaysThatTheirColumnsSay) {
    const auto made = import(
        {write("a.geojson",
               map(square(20, R"("NAME":"Alpha","start_date":"1880","end_date":"1917-04")"))),
         write("b.geojson",
               map(square(20, R"("NAME":"Beta","gwsyear":1918,"gwsmonth":11,"gwsday":9)")))});
    ASSERT_TRUE(made) << testing::PrintToString(messages());
    EXPECT_EQ(made->kind, "areas");
    EXPECT_EQ(properties(made, "data/states-1.geojson", 0),
              (nlohmann::json{
                  {"name", "Alpha"}, {"valid_from", "1880-01-01"}, {"valid_to", "1917-04-30"}}));
    EXPECT_EQ(properties(made, "data/states-2.geojson", 0),
              (nlohmann::json{{"name", "Beta"}, {"valid_from", "1918-11-09"}}));
    EXPECT_EQ(properties(made, "data/names.geojson", 0)["kind"], "state");
    EXPECT_THAT(file(made, "film.yaml"), AllOf(HasSubstr("- {file: data/states-2.geojson}"),
                                               HasSubstr("date: 1880-01-01/1918-11-09")));
}

TEST_F(ImportedAreas, ColumnsThatLookLikeDatesAreReadAndSaid) {
    const auto made = import(
        {write("m.geojson", map(square(20, R"("nom":"Alpha","debut":"1880","fin":"1913")")))});
    EXPECT_EQ(properties(made, "data/states.geojson", 0),
              (nlohmann::json{
                  {"name", "Alpha"}, {"valid_from", "1880-01-01"}, {"valid_to", "1913-12-31"}}));
    ASSERT_TRUE(made);
    EXPECT_THAT(made->findings.understood,
                Contains(HasSubstr("column `debut` of m.geojson is `valid_from`")));
}

TEST_F(ImportedAreas, FilesForSeveralYearsAreSnapshots) {
    write("maps/world_1914.geojson", map(square(20, R"("name":"Alpha")")));
    write("maps/world_1880.geojson", map(square(20, R"("name":"Alpha")")));
    write("maps/world_bc500.geojson", map(square(20, R"("name":"Alpha")")));
    const auto made = import({path("maps")});
    EXPECT_THAT(file(made, "film.yaml"),
                AllOf(HasSubstr("{file: data/states-1.geojson, valid_from: \"1880-01-01\"}"),
                      HasSubstr("{file: data/states-2.geojson, valid_from: \"1914-01-01\"}"),
                      HasSubstr("{file: data/states-3.geojson, valid_from: \"-0499-01-01\"}"),
                      HasSubstr("date: -0499/1914")));
    EXPECT_EQ(properties(made, "data/names.geojson", 2)["valid_to"], "1879-12-31");
}

TEST_F(ImportedAreas, AYearOfOneFileIsNoPeriodNorAreNumbersOfOtherKinds) {
    const auto one = import({write("world_1914.geojson", map(square(20, R"("name":"Alpha")")))});
    EXPECT_THAT(file(one, "film.yaml"),
                AllOf(Not(HasSubstr("valid_from")), Not(HasSubstr("date:"))));
    EXPECT_EQ(intake::periodOfName("ne_110m_admin.shp"), core::Validity{});
    EXPECT_EQ(intake::periodOfName("epsg4326.shp"), core::Validity{});
    EXPECT_EQ(intake::periodOfName("1914-1815-1700.shp"), core::Validity{});
    EXPECT_EQ(intake::periodOfName("States 1815-1866.shp").to, core::toDay({1866, 12, 31}));
}

TEST_F(ImportedAreas, LieUnderJourneysThatAreGivenWithThem) {
    const auto made =
        import({write("t.csv", "from_lat,from_lon,to_lat,to_lon,count\n50.2,20.1,50.8,20.9,5\n"),
                write("m.geojson", map(square(20, R"("name":"Alpha")")))});
    ASSERT_TRUE(made);
    EXPECT_EQ(made->kind, "journeys");
    EXPECT_THAT(file(made, "film.yaml"), AllOf(HasSubstr("movements: data/movements.csv"),
                                               HasSubstr("states: data/states.geojson")));
}

TEST_F(ImportedAreas, FeaturesThatCannotBeReadAreLeftOutAloud) {
    const auto made = import(
        {write("m.geojson", map(square(20, R"("name":"Alpha","end_date":"1917-04-31")") + "," +
                                square(21, R"("name":"Beta","end_date":"1917-04-30")")))});
    ASSERT_TRUE(made);
    EXPECT_THAT(messages(), Contains(AllOf(HasSubstr("m.geojson: warning: feature 0: end_date"),
                                           HasSubstr("it is left out"))));
    EXPECT_EQ(properties(made, "data/states.geojson", 0)["name"], "Beta");
}

TEST(LabelPoint, IsInsideWhereTheAreaIsWidestAndClearOfHoles) {
    // A wide foot and a narrow tower, with a hole in the middle of the foot.
    geo::Polygon area{{{{0, 0}, {12, 0}, {12, 2}, {1, 2}, {1, 10}, {0, 10}}}};
    const auto plain = intake::labelPoint(area);
    ASSERT_TRUE(plain);
    EXPECT_LT(plain->y, 2);
    EXPECT_NEAR(plain->x, 6, 0.01);
    area.rings.push_back({{5, 0.1}, {7, 0.1}, {7, 1.9}, {5, 1.9}});
    const auto holed = intake::labelPoint(area);
    ASSERT_TRUE(holed);
    EXPECT_TRUE(holed->x < 5 || holed->x > 7);
    EXPECT_FALSE(intake::labelPoint({{{{0, 0}, {1, 0}, {2, 0}}}}));
}

}  // namespace
}  // namespace ebbflow::test
