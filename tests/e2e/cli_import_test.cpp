// Files of strangers through the program: what is written checks without a fault and shows lights,
// and nothing is ever half there. All data are made up for these tests.

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "support/program.hpp"

namespace ebbflow::test {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

struct Input {
    const char* name;
    const char* kind;
    std::vector<std::pair<const char*, const char*>> files;
};

class Imported : public ProgramTest, public testing::WithParamInterface<Input> {
protected:
    /// Writes the files and imports them into `film`.
    [[nodiscard]] Said import() const {
        Arguments words{"import", "-o", "film", "--json"};
        for (const auto& [name, text] : GetParam().files) {
            writeText(at(name), text);
            words.emplace_back(name);
        }
        return run(words);
    }
};

TEST_P(Imported, ChecksAndIsSeen) {
    const Said said = import();
    ASSERT_EQ(said.status, 0) << said.err;
    const auto report = nlohmann::json::parse(said.out);
    EXPECT_EQ(report["kind"], GetParam().kind);
    const Said checked = run({"check", "film"});
    EXPECT_EQ(checked.status, 0) << checked.err;
    const Arguments plain{"--size", "320x180", "--textless"};
    // Films without dates are shorter.
    const char* late = checked.out.find("0:12.00") != std::string::npos ? "11.5" : "19.5";
    EXPECT_TRUE(still("film", "0.5", plain).rgba != still("film", late, plain).rgba)
        << "nothing moves in it";
}

INSTANTIATE_TEST_SUITE_P(
    All, Imported,
    testing::Values(
        Input{"KeplersTable",
              "journeys",
              {{"trips.csv",
                "source_lat,source_lng,target_lat,target_lng,count\n39.9,116.4,55.75,37.62,375\n"
                "31.2,121.5,55.75,37.62,120\n"}}},
        Input{"FlowmapsPair",
              "flowmap",
              {{"l.csv", "id,name,lat,lon\n1,New York,40.71,-74.01\n2,London,51.5,-0.13\n"},
               {"f.csv", "origin,dest,count\n1,2,42\n2,1,51\n"}}},
        Input{"Matrix", "matrix", {{"m.csv", ",Berlin,Paris\nBerlin,0,12\nParis,400,0\n"}}},
        Input{"Register",
              "journeys",
              {{"r.csv",
                "Origin;Destination;Date;Passengers;Type\nLagos;New York;14.9.1851;1200;\"steam & "
                "sail: \"\"fast\"\"\"\nLondon;New York;3.10.1851;900;sail\n"}}},
        Input{"GpxTrack",
              "tracks",
              {{"walk.gpx",
                "<gpx><trk><name>A walk</name><trkseg><trkpt lat=\"48\" lon=\"7\"><time>1917-04-"
                "01T06:00:00Z</time></trkpt><trkpt lat=\"48.5\" lon=\"8\"><time>1917-04-01T06:30:"
                "00Z</time></trkpt><trkpt lat=\"49\" lon=\"9\"><time>1917-04-01T08:00:00Z</time></"
                "trkpt></trkseg></trk></gpx>"}}},
        Input{"KmlStops",
              "tracks",
              {{"j.kml",
                "<kml><Placemark><name>Port</name><TimeStamp><when>1325</when></TimeStamp><Point>"
                "<coordinates>12.3,45.4</coordinates></Point></Placemark><Placemark><name>Island"
                "</name><TimeStamp><when>1326</when></TimeStamp><Point><coordinates>25.1,35.3"
                "</coordinates></Point></Placemark></kml>"}}},
        Input{
            "CzmlShip",
            "tracks",
            {{"c.czml",
              "[{\"id\":\"document\",\"version\":\"1.0\"},{\"name\":\"A ship\",\"position\":{"
              "\"epoch\":\"2012-08-04T16:00:00Z\",\"cartographicDegrees\":[0,-70,20,0,3600,-60,25,"
              "0,7200,-50,28,0]}}]"}}},
        Input{"GeoJsonLine",
              "tracks",
              {{"t.geojson",
                "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"LineString\","
                "\"coordinates\":[[18.07,59.33,0,1564184363],[17.6,59.8,0,1564187996.5],[16.5,59.6,"
                "0,1564190409]]}}"}}},
        Input{"DatedAreas",
              "areas",
              {{"m.geojson",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\","
                "\"properties\":{\"name\":\"Alpha\",\"end_date\":\"1899\"},\"geometry\":{\"type\":"
                "\"Polygon\",\"coordinates\":[[[20,50],[30,50],[30,55],[20,55],[20,50]]]}},{"
                "\"type\":\"Feature\",\"properties\":{\"name\":\"Beta\",\"start_date\":\"1900\"},"
                "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[20,50],[25,50],[25,55],[20,"
                "55],[20,50]]]}}]}"}}},
        Input{"StopsOfAShip",
              "stops",
              {{"s.csv",
                "vessel,port,lat,lon,date\nMaria,Lisbon,38.7,-9.1,1502\nMaria,Canaries,28.1,-15.4,"
                "1503\n"}}},
        Input{
            "KeplersMap",
            "kepler",
            {{"map.json",
              "{\"datasets\":[{\"data\":{\"id\":\"x\",\"allData\":[[40,-70,45,-60,900]],"
              "\"fields\":[{\"name\":\"from_lat\"},{\"name\":\"from_lng\"},{\"name\":\"to_lat\"},{"
              "\"name\":\"to_lng\"},{\"name\":\"count\"}]}}]}"}}},
        Input{"Timetable",
              "gtfs",
              {{"stops.txt",
                "stop_id,stop_name,stop_lat,stop_lon\nA,Alpha,48.85,2.30\nB,Beta,48.86,2.34\n"},
               {"trips.txt", "route_id,service_id,trip_id\nr,s,t\n"},
               {"calendar_dates.txt", "service_id,date,exception_type\ns,20240105,1\n"},
               {"frequencies.txt",
                "trip_id,start_time,end_time,headway_secs\nt,06:00:00,10:00:00,60\n"},
               {"stop_times.txt",
                "trip_id,arrival_time,departure_time,stop_id,stop_sequence\nt,06:00:00,06:00:00,A,"
                "1\nt,06:05:00,06:05:00,B,2\n"}}}),
    [](const auto& input) { return std::string(input.param.name); });

using ImportCommand = ProgramTest;

TEST_F(ImportCommand, RefusesAFolderThatIsNotEmptyAndPutsItAsideWhenForced) {
    writeText(at("t.csv"), "from,to,count\nParis,Berlin,3\n");
    std::filesystem::create_directory(at("film"));
    writeText(at("film/mine.txt"), "mine");
    EXPECT_EQ(run({"import", "t.csv", "-o", "film"}).status, 1);
    EXPECT_EQ(readText(at("film/mine.txt")), "mine");
    const Said forced = run({"import", "t.csv", "-o", "film", "--force"});
    EXPECT_EQ(forced.status, 0) << forced.err;
    EXPECT_EQ(readText(at("film.before/mine.txt")), "mine");
    EXPECT_THAT(names(), ElementsAre("film", "film.before", "t.csv"));
}

TEST_F(ImportCommand, LeavesNothingWhereItFails) {
    writeText(at("t.csv"), "colour,taste\nred,sweet\n");
    const Said said = run({"import", "t.csv", "-o", "film"});
    EXPECT_EQ(said.status, 3);
    EXPECT_THAT(said.err, HasSubstr("t.csv:1:1: error: "));
    EXPECT_EQ(run({"import", "none.csv", "-o", "film"}).status, 3);
    EXPECT_THAT(names(), ElementsAre("t.csv"));
}

TEST_F(ImportCommand, SaysInWordsWhatItUnderstoodAndWhatNot) {
    writeText(at("t.csv"), "origin,destination,value,hat\nParis,Berlin,3,felt\n");
    const Said said = run({"import", "t.csv", "-o", "film"});
    EXPECT_EQ(said.status, 0) << said.err;
    EXPECT_THAT(said.out, AllOf(HasSubstr("Taken as a table of journeys"),
                                HasSubstr("`origin` as from"), HasSubstr("column `hat`")));
    EXPECT_THAT(readText(at("film/README.md")), HasSubstr("column `hat`"));
    EXPECT_EQ(run({"import", "t.csv", "-o", "other", "--as", "poem"}).status, 2);
}

}  // namespace
}  // namespace ebbflow::test
