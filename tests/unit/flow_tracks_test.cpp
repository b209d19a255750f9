// Recorded journeys, as the files of maps and of navigation devices keep them, are movements along
// their own ways.

#include "flow/paths.hpp"
#include "flow_fixture.hpp"
#include "geo/great_circle.hpp"

namespace ebbflow::flow {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class Tracks : public test::TableTest {
protected:
    std::vector<Movement> tracks(const std::string& name, const std::string& bytes) {
        diagnostics = {};
        specs.movements = fileSpec(write(name, bytes));
        return read().movements;
    }
    static std::string arrivalOf(const Movement& movement) {
        if (!movement.way || !movement.way->arrival) return {};
        const core::Instant at = *movement.way->arrival;
        return core::toString(core::dayOf(at)) + " " + std::to_string(core::secondOfDay(at));
    }
};

std::string lineFeature(const std::string& properties, const std::string& coordinates) {
    return R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":)" +
           properties + R"(,"geometry":{"type":"LineString","coordinates":)" + coordinates + "}}]}";
}

/// The fourth number of kepler.gl's points is a second since 1970, or a millisecond.
TEST_F(Tracks, OfKeplerLeaveAndArriveToTheSecond) {
    const auto rows = tracks("trips.geojson",
                             lineFeature(R"({"vendor":"A"})",
                                         "[[18.07,59.33,0,1564184363],[17.6,59.8,0,1564187996.5],"
                                         "[16.5,59.6,0,1564190409]]"));
    ASSERT_THAT(rows, SizeIs(1)) << testing::PrintToString(messages());
    EXPECT_THAT(messages(), IsEmpty());
    EXPECT_EQ(rows[0].count, 1);
    EXPECT_EQ(rows[0].from.position, (core::LonLat{18.07, 59.33}));
    EXPECT_EQ(rows[0].to.position, (core::LonLat{16.5, 59.6}));
    EXPECT_EQ(core::toString(rows[0].when), "2019-07-26T23:39:23Z");
    EXPECT_EQ(arrivalOf(rows[0]), "2019-07-27 4809");
    ASSERT_TRUE(rows[0].way);
    EXPECT_THAT(rows[0].way->points, SizeIs(3));
    const auto inMilliseconds =
        tracks("trips.geojson",
               lineFeature("{}", "[[18.07,59.33,0,1564184363000],[16.5,59.6,0,1564190409000]]"));
    EXPECT_EQ(core::toString(inMilliseconds.at(0).when), "2019-07-26T23:39:23Z");
}

TEST_F(Tracks, OfGeoJsonWithTimesBesideThePoints) {
    for (
        const char* times :
        {R"({"times":["1951-08-01T06:00:00Z","1951-08-01T18:00:00Z"]})",
         R"({"coordTimes":["1951-08-01T06:00:00Z","1951-08-01T18:00:00Z"]})",
         R"({"coordinateProperties":{"times":["1951-08-01T06:00:00Z","1951-08-01T18:00:00Z"]}})"}) {
        const auto rows = tracks("t.geojson", lineFeature(times, "[[116.4,39.9],[37.6,55.8]]"));
        ASSERT_THAT(rows, SizeIs(1)) << times << testing::PrintToString(messages());
        EXPECT_EQ(core::toString(rows[0].when), "1951-08-01T06:00:00Z");
        EXPECT_EQ(arrivalOf(rows[0]), "1951-08-01 64800");
    }
}

TEST_F(Tracks, MayHaveColumnsLikeAnyTable) {
    specs.movements = fileSpec(write(
        "t.geojson", lineFeature(R"({"id":7,"kind":"students","passengers":375,"year":"1951-08"})",
                                 "[[116.4,39.9],[100,50],[37.6,55.8]]")));
    specs.movements.files[0].columns = {{"count", "passengers"}, {"when", "year"}};
    const auto rows = read().movements;
    ASSERT_THAT(rows, SizeIs(1)) << testing::PrintToString(messages());
    EXPECT_EQ(rows[0].id, "7");
    EXPECT_EQ(rows[0].kind, "students");
    EXPECT_EQ(rows[0].count, 375);
    EXPECT_EQ(core::toString(rows[0].when), "1951-08");
    EXPECT_THAT(rows[0].way->points, SizeIs(3));
}

TEST_F(Tracks, OfAGpxAreItsTracksAndRoutes) {
    const auto rows = tracks(
        "t.gpx",
        R"(<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">)"
        R"(<wpt lat="1" lon="1"/><trk><name>way</name><trkseg><trkpt lat="48" lon="7">)"
        R"(<time>1917-04-01T00:00:00Z</time></trkpt><trkpt lat="49" lon="10"/></trkseg><trkseg>)"
        R"(<trkpt lat="50" lon="14"><time>1917-04-03T12:00:00Z</time></trkpt></trkseg></trk>)"
        R"(<trk><trkseg><trkpt lat="48" lon="7"><time>1917-05-01T00:00:00Z</time></trkpt>)"
        R"(<trkpt lat="50" lon="14"/></trkseg></trk></gpx>)");
    ASSERT_THAT(rows, SizeIs(2)) << testing::PrintToString(messages());
    EXPECT_THAT(rows[0].way->points, SizeIs(3));
    // Where all clocks say midnight, they are days.
    EXPECT_EQ(core::toString(rows[0].when), "1917-04-01");
    EXPECT_EQ(arrivalOf(rows[0]), "1917-04-03 43200");
    EXPECT_EQ(core::toString(rows[1].when), "1917-05-01");
    EXPECT_THAT(rows[0].row.file, HasSubstr("(track 1)"));
}

std::string kml(const std::string& inside) {
    return R"(<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2" )"
           R"(xmlns:gx="http://www.google.com/kml/ext/2.2"><Document><Folder>)" +
           inside + "</Folder></Document></kml>";
}

TEST_F(Tracks, OfAKmlAreItsLinesAndTracks) {
    const auto rows = tracks(
        "t.kml",
        kml("<Placemark><name>a</name><TimeSpan><begin>1951-08</begin><end>1951-09</end>"
            "</TimeSpan><LineString><coordinates> 116.4,39.9,0\n 100,50,0 37.6,55.8,0 "
            "</coordinates></LineString></Placemark>"
            "<Placemark><gx:Track><when>1951-08-01T06:00:00Z</when><when>1951-08-01T18:00:00Z"
            "</when><gx:coord>116.4 39.9 0</gx:coord><gx:coord>37.6 55.8 0</gx:coord></gx:Track>"
            "<ExtendedData><Data name=\"count\"><value>12</value></Data></ExtendedData>"
            "</Placemark>"));
    ASSERT_THAT(rows, SizeIs(2)) << testing::PrintToString(messages());
    EXPECT_EQ(core::toString(rows[0].when), "1951-08");
    EXPECT_EQ(arrivalOf(rows[0]), "");
    EXPECT_THAT(rows[0].way->points, SizeIs(3));
    EXPECT_EQ(core::toString(rows[1].when), "1951-08-01T06:00:00Z");
    EXPECT_EQ(rows[1].count, 12);
}

TEST_F(Tracks, OfDatedPointsOfAKmlAreTheLegsBetweenThem) {
    const auto point = [](const char* when, const char* at) {
        return std::string("<Placemark><name>x</name><TimeStamp><when>") + when +
               "</when></TimeStamp><Point><coordinates>" + at +
               "</coordinates></Point></Placemark>";
    };
    const auto rows = tracks(
        "journey.kml",
        kml(point("1271", "12.3,45.4") + point("1275", "116.4,39.9") + point("1273", "56.3,27.2")));
    ASSERT_THAT(rows, SizeIs(2)) << testing::PrintToString(messages());
    EXPECT_EQ(core::toString(rows[0].when), "1271");
    EXPECT_EQ(rows[0].to.position, (core::LonLat{56.3, 27.2}));
    EXPECT_EQ(core::toString(rows[1].when), "1273");
    EXPECT_EQ(rows[1].to.position, (core::LonLat{116.4, 39.9}));
}

TEST_F(Tracks, OfCzmlAreItsPositions) {
    const auto rows = tracks(
        "t.czml",
        R"([{"id":"document","version":"1.0"},{"id":"a","name":"A","position":{)"
        R"("epoch":"1951-08-01T06:00:00Z","cartographicDegrees":[0,116.4,39.9,0,43200,37.6,55.8,0]}},)"
        R"({"id":"b","availability":"1951-09-01T00:00:00Z/1951-09-02T00:00:00Z",)"
        R"("position":{"cartesian":["1951-09-01T00:00:00Z",6378137,0,0,)"
        R"("1951-09-02T00:00:00Z",0,6378137,0]}}])");
    ASSERT_THAT(rows, SizeIs(2)) << testing::PrintToString(messages());
    EXPECT_EQ(core::toString(rows[0].when), "1951-08-01T06:00:00Z");
    EXPECT_EQ(arrivalOf(rows[0]), "1951-08-01 64800");
    EXPECT_NEAR(rows[1].from.position.lon, 0, 1e-9);
    EXPECT_NEAR(rows[1].to.position.lon, 90, 1e-9);
    EXPECT_NEAR(rows[1].to.position.lat, 0, 1e-9);
}

/// A journey that comes home is no journey within one place.
TEST_F(Tracks, MayEndWhereTheyBegan) {
    const auto rows =
        tracks("t.geojson", lineFeature(R"({"when":1951})", "[[10,50],[11,50],[11,51],[10,50]]"));
    ASSERT_THAT(rows, SizeIs(1));
    EXPECT_THAT(messages(), IsEmpty());
    const Path path = makePath(geo::Projection("+proj=laea +lat_0=50 +lon_0=10"), *rows[0].way);
    EXPECT_NEAR(path.groundKm,
                geo::greatCircleKm({10, 50}, {11, 50}) + geo::greatCircleKm({11, 50}, {11, 51}) +
                    geo::greatCircleKm({11, 51}, {10, 50}),
                0.01);
    ASSERT_THAT(path.parts, SizeIs(1));
    EXPECT_NEAR(path.parts[0].samples.front().x, path.parts[0].samples.back().x, 0.01);
}

TEST_F(Tracks, APathGoesThroughEveryCorner) {
    const OwnWay way{{{10, 50}, {20, 50}, {20, 40}}, {}};
    const geo::Projection projection("+proj=laea +lat_0=50 +lon_0=10");
    const Path path = makePath(projection, way);
    const auto corner = projection.forward({20, 50});
    double nearest = 1e9;
    for (const auto& sample : path.parts.at(0).samples)
        nearest = std::min(nearest, std::hypot(sample.x - corner->x, sample.y - corner->y));
    EXPECT_LT(nearest, path.groundKm / kPathSamples);
}

TEST_F(Tracks, ATableOfPointsIsNone) {
    const auto rows = tracks(
        "t.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,)"
                     R"("properties":{"from":"moscow","to":"harbin","when":"1951","count":5}}]})");
    ASSERT_THAT(rows, SizeIs(1)) << testing::PrintToString(messages());
    EXPECT_FALSE(rows[0].way);
}

TEST_F(Tracks, TwoTablesInOneFileAreAskedFor) {
    const auto rows = tracks(
        "w.topojson",
        R"({"type":"Topology","objects":{"a":{"type":"GeometryCollection","geometries":[)"
        R"({"type":"Point","coordinates":[10,50],"properties":{"from":"moscow"}}]},)"
        R"("b":{"type":"GeometryCollection","geometries":[)"
        R"({"type":"Point","coordinates":[10,50],"properties":{"from":"harbin"}}]}},"arcs":[]})");
    EXPECT_THAT(rows, IsEmpty());
    EXPECT_THAT(messages(), Contains(AllOf(HasSubstr("has 2 layers that the table could be"),
                                           HasSubstr("`a` (1 row), `b` (1 row)"))));
}

}  // namespace
}  // namespace ebbflow::flow
