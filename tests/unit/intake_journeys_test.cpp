// Map files of ways and stops, kepler.gl's maps, timetables. All data are made up for these tests.

#include "intake_fixture.hpp"

namespace ebbflow::test {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::size_t rowsOf(const std::string& csv) {
    return static_cast<std::size_t>(std::ranges::count(csv, '\n')) - 1;
}

class ImportedJourneys : public ImportTest {};

TEST_F(ImportedJourneys, AGpxTrackIsCutAtItsOwnPointsAsTheClockGoes) {
    const auto made = import({write(
        "walk.gpx",
        R"(<?xml version="1.0"?><gpx xmlns="http://www.topografix.com/GPX/1/1"><trk><name>A walk</name><trkseg>
<trkpt lat="48" lon="7"><time>1917-04-01T06:00:00Z</time></trkpt>
<trkpt lat="48.5" lon="8"><time>1917-04-01T06:30:00Z</time></trkpt>
<trkpt lat="49" lon="9"><time>1917-04-01T07:00:00Z</time></trkpt></trkseg></trk></gpx>)")});
    ASSERT_TRUE(made);
    EXPECT_EQ(made->kind, "tracks");
    EXPECT_EQ(movements(made),
              "kind,from_lat,from_lon,to_lat,to_lon,when,count,unit,route\n"
              "A walk,48,7,48.5,8,1917-04-01T06:00:00,1,stretches,way-1\n"
              "A walk,48.5,8,49,9,1917-04-01T06:30:00,1,stretches,way-2\n");
    EXPECT_THAT(file(made, "data/ways.geojson"), HasSubstr("[[7.0,48.0],[8.0,48.5]]"));
}

TEST_F(ImportedJourneys, LongTracksHaveNoMoreStretchesThanAFilmBears) {
    std::string points;
    for (int i = 0; i < 5000; ++i)
        points += (i > 0 ? "," : "") + ("[" + std::to_string(i * 0.01) + ",10,0," +
                                        std::to_string(1'500'000'000 + i * 600) + "]");
    const auto made =
        import({write("t.geojson", R"({"type":"Feature","properties":{},"geometry":{"type":)"
                                   R"("LineString","coordinates":[)" +
                                       points + "]}}")});
    ASSERT_TRUE(made);
    EXPECT_GT(rowsOf(movements(made)), 20U);
    EXPECT_LE(rowsOf(movements(made)), 61U);
}

TEST_F(ImportedJourneys, KmlStopsAreLeftOnTheirDates) {
    const auto made = import({write(
        "j.kml",
        R"(<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>The long way</name><Folder>
<Placemark><name>Delta</name><TimeStamp><when>1326-04</when></TimeStamp><Point><coordinates>30,31.2,0</coordinates></Point></Placemark>
</Folder><Folder>
<Placemark><name>Port</name><TimeStamp><when>1325-06-14</when></TimeStamp><Point><coordinates>12.3,45.4</coordinates></Point></Placemark>
<Placemark><name>Island</name><TimeSpan><begin>1325-08</begin><end>1325-10</end></TimeSpan><Point><coordinates>25.1,35.3</coordinates></Point></Placemark>
<Placemark><name>Field</name><Polygon><outerBoundaryIs><LinearRing><coordinates>12,45 13,45 13,46 12,45</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Folder></Document></kml>)")});
    EXPECT_EQ(movements(made),
              "kind,from,to,when,count,unit\n"
              "journey,Port,Island,1325-06-14,1,legs\njourney,Island,Delta,1325-10,1,legs\n");
    EXPECT_THAT(file(made, "data/states.geojson"), HasSubstr(R"("name":"Field")"));
    EXPECT_THAT(file(made, "film.yaml"), HasSubstr("title: \"The long way\""));
}

TEST_F(ImportedJourneys, GooglesTrackHasItsTimesBesideItsPoints) {
    const auto made = import({write(
        "t.kml",
        R"(<kml xmlns:gx="http://www.google.com/kml/ext/2.2"><Placemark><name>Bird</name><gx:Track>
<when>2010-05-28T02:00:00Z</when><when>2010-05-28T03:00:00Z</when>
<gx:coord>7 45 0</gx:coord><gx:coord>8 46 0</gx:coord></gx:Track></Placemark></kml>)")});
    EXPECT_THAT(movements(made),
                HasSubstr("\nBird,45,7,46,8,2010-05-28T02:00:00,1,stretches,way-1"));
}

/// What a device writes that was switched on by mistake.
TEST_F(ImportedJourneys, AWayOfOnePointIsCountedWhateverTheFormat) {
    const std::vector<std::pair<std::string, std::string>> files{
        {"a.gpx",
         R"(<gpx><trk><trkseg><trkpt lat="48" lon="7"/><trkpt lat="49" lon="8"/></trkseg></trk>
<trk><trkseg><trkpt lat="48" lon="7"/></trkseg></trk></gpx>)"},
        {"a.kml",
         R"(<kml><Placemark><LineString><coordinates>7,48 8,49</coordinates></LineString></Placemark>
<Placemark><LineString><coordinates>7,48</coordinates></LineString></Placemark></kml>)"},
        {"a.geojson",
         R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[7,48],[8,49]]}},
{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[7,48]]}}]})"}};
    for (const auto& [name, text] : files) {
        const auto made = import({write(name, text)});
        ASSERT_TRUE(made) << name;
        EXPECT_THAT(made->findings.passedOver,
                    Contains(HasSubstr("ways of fewer than two points")).Times(1))
            << name;
        EXPECT_THAT(made->findings.passedOver, Contains(HasSubstr("(1)"))) << name;
    }
}

TEST_F(ImportedJourneys, CzmlCountsFromItsEpoch) {
    const auto made = import({write(
        "c.czml",
        R"([{"id":"document","version":"1.0"},{"id":"s","name":"A ship","position":{"epoch":"2012-08-04T16:00:00Z","cartographicDegrees":[0,-70,20,0,3600,-60,25,0,7200,-50,28,0]}},
{"id":"satellite","position":{"cartesian":[0,1,2,3]}}])")});
    EXPECT_THAT(movements(made), HasSubstr("A ship,25,-60,28,-50,2012-08-04T17:00:00,1"));
    EXPECT_THAT(made->findings.passedOver, ElementsAre(HasSubstr("`satellite`")));
}

TEST_F(ImportedJourneys, TimesOfGeoJsonMayStandInItsProperties) {
    const auto made = import({write(
        "t.geojson",
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"A","times":["2019-07-27T00:00:00Z","2019-07-27T02:00:00Z"]},"geometry":{"type":"LineString","coordinates":[[18,59],[15,60]]}},
{"type":"Feature","properties":{"name":"B","date":"2019-07-28"},"geometry":{"type":"LineString","coordinates":[[18,59],[15,61]]}},
{"type":"Feature","properties":{},"geometry":null}]})")});
    EXPECT_THAT(movements(made), AllOf(HasSubstr("A,59,18,60,15,2019-07-27T00:00:00,1"),
                                       HasSubstr("B,59,18,61,15,2019-07-28,1")));
    EXPECT_THAT(made->findings.passedOver, ElementsAre(HasSubstr("without a position")));
}

TEST_F(ImportedJourneys, KeplersMapSaysItselfWhichColumnsAreEnds) {
    const auto made = import({write(
        "map.json",
        R"({"datasets":[{"version":"v1","data":{"id":"x","label":"taxi","allData":[[40.75,-73.99,40.64,-73.78,12,"2016-07-02 18:30:00"]],"fields":[{"name":"A"},{"name":"B"},{"name":"C"},{"name":"D"},{"name":"passengers"},{"name":"time"}]}}],
"config":{"config":{"visState":{"layers":[{"type":"arc","config":{"dataId":"x","columns":{"lat0":"A","lng0":"B","lat1":"C","lng1":"D"}}}]}}}})")});
    ASSERT_TRUE(made);
    EXPECT_EQ(made->kind, "kepler");
    EXPECT_THAT(
        movements(made),
        HasSubstr("passengers,40.75,-73.99,40.64,-73.78,2016-07-02T18:30:00,12,passengers"));
}

TEST_F(ImportedJourneys, PointsWithDatesAreStopsAndMayBePlaces) {
    const std::string table = write("stops.csv",
                                    "vessel,port,lat,lon,date\nMaria,Lisbon,38.7,-9.1,1502-03\n"
                                    "Maria,Canaries,28.1,-15.4,1502-04\nAna,Goa,15.5,73.8,1503\n");
    const auto made = import({table});
    ASSERT_TRUE(made);
    EXPECT_EQ(made->kind, "stops");
    EXPECT_EQ(movements(made),
              "kind,from,to,when,count,unit\nMaria,Lisbon,Canaries,1502-03,1,legs\n");
    EXPECT_THAT(made->findings.otherwise, ElementsAre(HasSubstr("--as places")));
    const auto places = import({table}, "places");
    EXPECT_THAT(movements(places), IsEmpty());
    EXPECT_THAT(file(places, "data/places.csv"), HasSubstr("Goa"));
}

class ImportedTimetables : public ImportTest {
protected:
    /// A feed of three stops; trip t3 runs on Saturdays and Sundays alone.
    std::string feed(const std::string& calendar) const {
        write("feed/stops.txt",
              "stop_id,stop_name,stop_lat,stop_lon,parent_station\nA,Alpha,48.85,2.30,\n"
              "B,Beta,48.86,2.34,\nB1,Beta platform 1,48.861,2.341,B\nC,Gamma,48.88,2.38,\n");
        write("feed/routes.txt", "route_id,route_type\nr,1\nq,3\n");
        write("feed/trips.txt", "route_id,service_id,trip_id\nr,wk,t1\nr,wk,t2\nq,we,t3\n");
        write("feed/stop_times.txt",
              "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
              "t1,07:00:00,07:00:00,A,1\nt1,07:10:00,07:10:00,C,3\nt1,07:05:00,07:05:00,B1,2\n"
              "t2,25:00:00,25:00:00,C,1\nt2,25:10:00,25:10:00,A,2\n"
              "t3,09:00:00,09:00:00,A,1\nt3,09:10:00,09:10:00,C,2\n");
        if (!calendar.empty()) write("feed/calendar.txt", calendar);
        return path("feed");
    }
    static constexpr const char* kCalendar =
        "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n"
        "wk,1,1,1,1,1,0,0,20240101,20240131\nwe,0,0,0,0,0,1,1,20240101,20240131\n";
};

TEST_F(ImportedTimetables, TheFirstOfItsFullestDaysIsShown) {
    const auto made = import({feed(kCalendar)});
    ASSERT_TRUE(made);
    EXPECT_EQ(made->kind, "gtfs");
    EXPECT_EQ(movements(made),
              "kind,from,to,when,count,unit\n"
              "metro trains,A,B,2024-01-01T07:00,1,departures\n"
              "metro trains,B,C,2024-01-01T07:05,1,departures\n"
              "metro trains,C,A,2024-01-02T01:00,1,departures\n");
}

TEST_F(ImportedTimetables, AnotherDayMayBeNamed) {
    const auto made = import({feed(kCalendar)}, {}, {.day = "2024-01-06"});
    EXPECT_EQ(movements(made),
              "kind,from,to,when,count,unit\nbuses,A,C,2024-01-06T09:00,1,departures\n");
    EXPECT_FALSE(import({path("feed")}, {}, {.day = "2025-01-06"}));
    EXPECT_THAT(messages(), Contains(HasSubstr("runs on 2025-01-06")));
}

TEST_F(ImportedTimetables, TripsThatRepeatDepartEachTime) {
    const std::string folder = feed(kCalendar);
    write("feed/frequencies.txt",
          "trip_id,start_time,end_time,headway_secs\nt1,08:00:00,09:00:00,1200\n");
    const std::string table = movements(import({folder}));
    EXPECT_EQ(rowsOf(table), 7U);
    EXPECT_THAT(table, AllOf(HasSubstr("A,B,2024-01-01T08:40,"), Not(HasSubstr("T07:00"))));
}

TEST_F(ImportedTimetables, WithoutACalendarNoDayIsInvented) {
    const auto made = import({feed("")});
    EXPECT_THAT(movements(made), Not(HasSubstr("when")));
    EXPECT_THAT(made->findings.passedOver, Contains(HasSubstr("no day is invented")));
}

TEST_F(ImportedTimetables, WithoutTimesOfStopsNobodyKnowsTheWay) {
    const std::string folder = feed(kCalendar);
    std::filesystem::remove(path("feed/stop_times.txt"));
    EXPECT_FALSE(import({folder}));
    EXPECT_THAT(messages(), ElementsAre(HasSubstr("stop_times.txt is missing")));
}

/// Documents that are odd or broken: name, text, what is said.
struct Odd {
    const char* name;
    const char* text;
    const char* said;
};
class OddDocuments : public ImportTest, public testing::WithParamInterface<Odd> {};

TEST_P(OddDocuments, AreFaultsWithTheirPlace) {
    EXPECT_FALSE(import({write(GetParam().name, GetParam().text)}));
    EXPECT_THAT(messages(), Contains(HasSubstr(GetParam().said)));
}

INSTANTIATE_TEST_SUITE_P(
    Files, OddDocuments,
    testing::Values(
        Odd{"a.geojson", "", "a.geojson:1:1: error: is empty"},
        Odd{"a.geojson", "{\"type\":\"FeatureCollection\",\n \"features\":[}",
            "a.geojson:2:14: error:"},
        Odd{"a.geojson", "{\"type\":\"FeatureCollection\",\"features\":[]}",
            "nothing that can be shown"},
        Odd{"a.geojson", "{\"type\":\"FeatureCollection\",\"features\":3}",
            "nothing that can be shown"},
        Odd{"a.geojson",
            "{\"type\":\"Feature\",\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[1,95],["
            "2,3]]}}",
            "nothing that can be shown"},
        Odd{"a.json", "[1,2,3]", "looks like nothing that is known"},
        Odd{"a.json", "{\"datasets\":[{\"data\":{\"allData\":[]}}]}", "neither journeys nor"},
        Odd{"a.gpx", "<gpx><trk>", "a.gpx:1:1: error: is no sound XML"},
        Odd{"a.gpx", "<gpx></gpx>", "nothing that can be shown"},
        Odd{"a.kml",
            "<kml><Placemark><Point><coordinates>x</coordinates></Point></Placemark></kml>",
            "nothing that can be shown"},
        Odd{"a.czml",
            "[{\"id\":\"document\",\"czml\":1},{\"position\":{\"cartographicDegrees\":[1]}}]",
            "nothing that can be shown"}));

/// Whatever becomes of a file on its way, there is a film or a fault.
TEST_F(ImportedJourneys, DamagedFilesAreFilmsOrFaults) {
    const std::vector<std::pair<std::string, std::string>> files{
        {"a.gpx",
         R"(<gpx><trk><name>A</name><trkseg><trkpt lat="48" lon="7"><time>1917-04-01T06:00:00Z</time></trkpt><trkpt lat="49" lon="9"><time>1917-04-01T08:00:00Z</time></trkpt></trkseg></trk></gpx>)"},
        {"a.kml",
         R"(<kml><Placemark><name>P</name><TimeSpan><begin>1325-08</begin><end>1325-10</end></TimeSpan><Point><coordinates>25.1,35.3</coordinates></Point></Placemark></kml>)"},
        {"a.geojson",
         R"({"type":"Feature","properties":{"times":[1564184363,1564187996]},"geometry":{"type":"LineString","coordinates":[[18.07,59.33],[17.6,59.8]]}})"},
        {"a.czml",
         R"([{"id":"document","czml":"1"},{"position":{"epoch":"2012-08-04T16:00:00Z","cartographicDegrees":[0,-70,20,0,3600,-60,25,0]}}])"},
        {"a.json",
         R"({"datasets":[{"data":{"allData":[[40,-73,41,-74,12]],"fields":[{"name":"from_lat"},{"name":"from_lng"},{"name":"to_lat"},{"name":"to_lng"},{"name":"n"}]}}]})"},
        {"a.csv",
         "from_lat,from_lng,to_lat,to_lng,count,date\n40.7,-73.9,40.6,-73.7,12,1951-08\n"}};
    std::uint32_t state = 11;
    for (const auto& [name, text] : files) {
        for (int round = 0; round < 150; ++round) {
            std::string damaged = text;
            for (int change = 0; change < 3; ++change) {
                state = state * 1664525 + 1013904223;
                damaged[state % damaged.size()] = static_cast<char>(state >> 24);
            }
            if (round % 3 == 0) damaged.resize(state % damaged.size());
            diagnostics = {};
            const auto made = import({write(name, damaged)});
            EXPECT_NE(made.has_value(), diagnostics.hasErrors()) << damaged;
        }
    }
}

TEST_F(ImportedJourneys, DeepNestsAreRefused) {
    EXPECT_FALSE(
        import({write("b.geojson", "{\"type\":\"Feature\",\"x\":" + std::string(100'000, '['))}));
    EXPECT_THAT(messages(), Contains(HasSubstr("nests deeper")));
}

}  // namespace
}  // namespace ebbflow::test
