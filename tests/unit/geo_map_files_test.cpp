// Map files as other people have them: their names of columns, their layers, their snapshots.

#include <fstream>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "geo/country_names.hpp"
#include "geo/map_columns.hpp"
#include "geo/vector_source.hpp"
#include "geo/world.hpp"
#include "support/video_fixture.hpp"

namespace ebbflow::geo {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

const std::string kSquare = R"({"type":"Polygon","coordinates":[[[5,45],[15,45],[15,53],[5,45]]]})";

/// A GeoJSON feature.
std::string feature(const std::string& properties, const std::string& geometry = kSquare) {
    return R"({"type":"Feature","properties":)" + properties + R"(,"geometry":)" + geometry + "}";
}

std::string collection(const std::vector<std::string>& features) {
    std::string text = R"({"type":"FeatureCollection","features":[)";
    for (std::size_t i = 0; i < features.size(); ++i) text += (i > 0 ? "," : "") + features[i];
    return text + "]}";
}

class MapFiles : public testing::Test {
protected:
    std::string write(const std::string& name, const std::string& text) const {
        std::ofstream(folder_ / name, std::ios::binary) << text;
        return folder_ / name;
    }
    std::vector<Feature> read(const core::FileSpec& file, const std::string& role = "states",
                              ShapeKind kind = ShapeKind::polygons) {
        diagnostics_ = {};
        VectorRequest request;
        request.role = role;
        request.file = file;
        request.file.place = {"film.yaml", 7, 12};
        request.kind = kind;
        request.fields = {"id"};
        request.own = true;
        return readVector(request, diagnostics_);
    }
    std::vector<Feature> readText(const std::string& name, const std::string& text,
                                  const std::string& role = "states",
                                  ShapeKind kind = ShapeKind::polygons) {
        return read({write(name, text), "", {}, {}}, role, kind);
    }
    [[nodiscard]] std::string said() const {
        std::string all;
        for (const core::Diagnostic& d : diagnostics_.all()) all += toString(d) + "\n";
        return all;
    }
    static std::string from(const Feature& feature) {
        return feature.valid.from ? core::toString(*feature.valid.from) : "";
    }
    static std::string to(const Feature& feature) {
        return feature.valid.to ? core::toString(*feature.valid.to) : "";
    }

    test::TemporaryFolder folder_;
    core::Diagnostics diagnostics_;
};

TEST_F(MapFiles, ColumnsByTheNamesThatOthersGiveThem) {
    const auto features = readText(
        "a.geojson", collection({feature(R"({"gwcode":2,"CNTRY_NAME":"Oldland",)"
                                         R"("start_date":"1905-03","end_date":"1917-04-30"})")}));
    ASSERT_THAT(features, SizeIs(1)) << said();
    EXPECT_EQ(said(), "");
    EXPECT_EQ(features[0].values[0], "2");
    EXPECT_EQ(features[0].name.inOrAny("en"), "Oldland");
    EXPECT_EQ(from(features[0]), "1905-03-01");
    EXPECT_EQ(to(features[0]), "1917-04-30");
}

TEST_F(MapFiles, DatesInThreeColumns) {
    const auto features = readText(
        "a.geojson", collection({feature(R"({"name":"A","GWSYEAR":1905,"GWSMONTH":3,"GWSDAY":9,)"
                                         R"("GWEYEAR":1917,"GWEMONTH":4,"GWEDAY":0})")}));
    ASSERT_THAT(features, SizeIs(1)) << said();
    EXPECT_EQ(from(features[0]), "1905-03-09");
    EXPECT_EQ(to(features[0]), "1917-04-30");
}

TEST_F(MapFiles, OurOwnNameAndTheScriptsComeBeforeOthers) {
    const std::string path =
        write("a.geojson", collection({feature(R"({"name":"A","valid_from":1905,"start_date":1910,)"
                                               R"("label":"B","begun":1915})")}));
    auto features = read({path, "", {}, {}});
    EXPECT_EQ(from(features.at(0)), "1905-01-01");
    EXPECT_EQ(features[0].name.inOrAny("en"), "A");
    features = read({path, "", {{"name", "label"}, {"valid_from", "begun"}}, {}});
    EXPECT_EQ(from(features.at(0)), "1915-01-01");
    EXPECT_EQ(features[0].name.inOrAny("en"), "B");
}

TEST_F(MapFiles, EveryOtherNameIsOfOneColumnAlone) {
    std::set<std::string_view> seen;
    for (const MapColumn& column : mapColumns()) {
        EXPECT_TRUE(seen.insert(column.ours).second) << column.ours;
        for (const OtherName& other : column.theirs)
            EXPECT_TRUE(seen.insert(other.name).second) << other.name;
    }
}

TEST_F(MapFiles, LanguagesOfNames) {
    EXPECT_EQ(languageOfName("NAME"), "");
    EXPECT_EQ(languageOfName("NAME_EN"), "EN");
    EXPECT_EQ(languageOfName("name_zh_hans"), "zh_hans");
    for (const char* other : {"name_len", "name_alt", "name_long", "name_sort", "names", "nam"})
        EXPECT_EQ(languageOfName(other), std::nullopt) << other;
}

TEST_F(MapFiles, ColumnsThatLookLikeNamesAndDatesAreNamedWithTheLineThatReadsThem) {
    static_cast<void>(readText(
        "a.geojson",
        collection({feature(R"({"NAZIV_STATE":"Stara","debut":1905,"fin":1917,"pop":1950})"),
                    feature(R"({"NAZIV_STATE":"Nova","debut":1918,"fin":null,"pop":1951})")})));
    EXPECT_THAT(said(), AllOf(HasSubstr("film.yaml:7:12: warning: "),
                              HasSubstr("`columns: {name: NAZIV_STATE, valid_from: debut, "
                                        "valid_to: fin}` beside its `file:` reads them")));
    static_cast<void>(
        readText("a.geojson", collection({feature(R"({"name":"A","whenceforth":"1905-03-01"})")})));
    EXPECT_THAT(said(), HasSubstr("`columns: {valid_from: whenceforth}`"));
    // Whole numbers alone are no years, nor is a second text a name.
    static_cast<void>(
        readText("a.geojson", collection({feature(R"({"name":"A","pop":1950,"capital":"B"})")})));
    EXPECT_EQ(said(), "");
    // Rivers have no use for either.
    static_cast<void>(
        readText("a.geojson",
                 collection({feature(R"({"title_of":"A","debut":1905})",
                                     R"({"type":"LineString","coordinates":[[5,45],[15,45]]})")}),
                 "rivers", ShapeKind::lines));
    EXPECT_EQ(said(), "");
}

TEST_F(MapFiles, ADateThatIsNoneIsNamedWithItsColumn) {
    const auto features =
        readText("a.geojson", collection({feature(R"({"name":"A","end_date":"1917-04-31"})"),
                                          feature(R"({"name":"B","end_date":null})")}));
    EXPECT_THAT(said(), AllOf(HasSubstr("error"), HasSubstr("end_date: date `1917-04-31`")));
    EXPECT_THAT(features, SizeIs(1));
}

TEST_F(MapFiles, NumbersAndClocksAsDates) {
    const auto features = readText(
        "a.geojson", collection({feature(R"({"name":"A","valid_from":1905.0,"valid_to":1916})"),
                                 feature(R"({"name":"B","valid_from":"1917-05-01T00:00:00",)"
                                         R"("valid_to":"9999-12-31"})")}));
    ASSERT_THAT(features, SizeIs(2)) << said();
    EXPECT_EQ(from(features[0]), "1905-01-01");
    EXPECT_EQ(to(features[0]), "1916-12-31");
    EXPECT_EQ(from(features[1]), "1917-05-01");
}

TEST_F(MapFiles, FeaturesWithoutAShapeAreLeftOutWithAWarning) {
    const auto features = readText(
        "a.geojson", collection({feature(R"({"name":"A"})"), feature(R"({"name":null})", "null"),
                                 feature(R"({"name":"C"})", "null")}));
    EXPECT_THAT(features, SizeIs(1));
    EXPECT_FALSE(diagnostics_.hasErrors());
    EXPECT_THAT(said(), HasSubstr("warning: "));
    EXPECT_THAT(said(), HasSubstr("features 1, 2: have no shape and are left out"));
    static_cast<void>(readText("a.geojson", collection({feature(R"({"name":"A"})", "null")})));
    EXPECT_TRUE(diagnostics_.hasErrors());
}

const std::string kTwoFolders =
    R"(<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>)"
    R"(<Folder><name>First</name><Placemark><name>Square</name><TimeSpan><begin>1905</begin>)"
    R"(<end>1917-04</end></TimeSpan><Polygon><outerBoundaryIs><LinearRing><coordinates>)"
    R"(5,45,0 15,45,0 15,53,0 5,45,0</coordinates></LinearRing></outerBoundaryIs></Polygon>)"
    R"(</Placemark></Folder><Folder><name>Second</name><Placemark><name>Other</name><Polygon>)"
    R"(<outerBoundaryIs><LinearRing><coordinates>16,45,0 20,45,0 20,53,0 16,45,0</coordinates>)"
    R"(</LinearRing></outerBoundaryIs></Polygon></Placemark></Folder></Document></kml>)";

TEST_F(MapFiles, OfSeveralLayersThatCouldBeMeantNoneIsTaken) {
    EXPECT_THAT(readText("w.kml", kTwoFolders), SizeIs(0));
    EXPECT_THAT(said(),
                AllOf(HasSubstr("film.yaml:7:12: error: "),
                      HasSubstr("2 layers that `states` could be: `First` (1 polygon), `Second` "
                                "(1 polygon); which? `layer: First` says it")));
}

TEST_F(MapFiles, NamesAndTimesOfAKmlAreItsPlacemarks) {
    const std::string path = write("w.kml", kTwoFolders);
    const auto first = read({path, "First", {}, {}});
    ASSERT_THAT(first, SizeIs(1)) << said();
    EXPECT_EQ(first[0].name.inOrAny("en"), "Square");
    EXPECT_EQ(from(first[0]), "1905-01-01");
    EXPECT_EQ(to(first[0]), "1917-04-30");
    const auto second = read({path, "Second", {}, {}});
    EXPECT_EQ(second.at(0).name.inOrAny("en"), "Other");
    EXPECT_EQ(second[0].valid, core::Validity{});
}

TEST_F(MapFiles, TheOnlyLayerThatCanBeIsTaken) {
    const auto features = readText(
        "w.topojson",
        R"({"type":"Topology","objects":{"points":{"type":"GeometryCollection","geometries":[)"
        R"({"type":"Point","coordinates":[10,50],"properties":{"name":"P"}}]},)"
        R"("countries":{"type":"GeometryCollection","geometries":[)"
        R"({"type":"Polygon","arcs":[[0]],"properties":{"name":"Square"},"id":"sq"},)"
        R"({"type":null,"properties":{"name":"Nil"}}]}},"arcs":[[[5,45],[15,45],[15,53],[5,45]]]})");
    ASSERT_THAT(features, SizeIs(1)) << said();
    EXPECT_EQ(features[0].values[0], "sq");
    EXPECT_FALSE(diagnostics_.hasErrors()) << said();
    const auto track = readText(
        "t.gpx",
        R"(<?xml version="1.0"?><gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1">)"
        R"(<trk><name>way</name><trkseg><trkpt lat="48" lon="7"/><trkpt lat="50" lon="14"/></trkseg>)"
        R"(</trk></gpx>)",
        "rail", ShapeKind::lines);
    ASSERT_THAT(track, SizeIs(1)) << said();
    EXPECT_EQ(track[0].name.inOrAny("en"), "way");
}

/// Three snapshots of one country, which grows.
TEST_F(MapFiles, SnapshotsHoldUntilTheNextOne) {
    WorldSpec spec;
    spec.atlasFolder = EBBFLOW_SOURCE_DIR "/geodata";
    spec.projection = "europe";
    spec.focus = core::MapBox{-100, -100, 100, 100};
    for (const int year : {1914, 1880, 1938}) {
        core::FileSpec file{write(std::to_string(year) + ".geojson",
                                  collection({feature(R"({"id":"a","name":"A"})")})),
                            "",
                            {},
                            {"film.yaml", 7, 12}};
        file.valid.from = core::toDay({year, 1, 1});
        if (year == 1938) file.valid.to = core::toDay({1945, 5, 8});
        spec.roles.push_back({"states", file});
    }
    const World world = loadWorld(spec, diagnostics_);
    std::vector<std::string> spans;
    for (const Area& area : world.states.areas)
        spans.push_back(core::toString(*area.valid.from) + " " + core::toString(*area.valid.to));
    EXPECT_THAT(spans, ElementsAre("1914-01-01 1937-12-31", "1880-01-01 1913-12-31",
                                   "1938-01-01 1945-05-08"));
}

TEST(CountryNames, OfTodayAndOfThePast) {
    EXPECT_TRUE(sameCountry("Burma", "Myanmar"));
    EXPECT_TRUE(sameCountry("persia", "IRAN"));
    EXPECT_TRUE(sameCountry("Éire", "Ireland"));
    EXPECT_TRUE(sameCountry("Atlantis", "atlantis"));
    EXPECT_FALSE(sameCountry("Niger", "Nigeria"));
    EXPECT_TRUE(isCountry("Deutschland"));
    EXPECT_FALSE(isCountry("Galway"));
}

}  // namespace
}  // namespace ebbflow::geo
