// Sources as users have them: formats, coordinate systems, columns, and every way a file can be
// bad.

#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <new>

#include <sys/resource.h>
#include <unistd.h>

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include "core/error.hpp"
#include "geo/gdal_access.hpp"
#include "geo/geos.hpp"
#include "geo/vector_source.hpp"
#include "geo/world.hpp"

namespace ebbflow::geo {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

const std::string kAtlasFolder = EBBFLOW_SOURCE_DIR "/geodata";
const std::string kData = EBBFLOW_SOURCE_DIR "/tests/data/geo/";

class Sources : public testing::Test {
protected:
    void SetUp() override {
        const auto* info = testing::UnitTest::GetInstance()->current_test_info();
        folder_ = fs::temp_directory_path() /
                  (std::string("ebbflow_geo_") + info->name() + "_" + std::to_string(::getpid()));
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    std::string write(const std::string& name, const std::string& content) const {
        const fs::path path = folder_ / name;
        std::ofstream(path, std::ios::binary) << content;
        return path.string();
    }

    /// A GeoJSON file of one feature.
    std::string geoJson(const std::string& geometry, const std::string& properties = "{}") const {
        return write("one.geojson",
                     R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":)" +
                         properties + R"(,"geometry":)" + geometry + "}]}");
    }

    World load(const std::string& role, const core::FileSpec& file) {
        WorldSpec spec;
        spec.atlasFolder = kAtlasFolder;
        spec.roles = {{role, file}};
        spec.projection = "eurasia";
        spec.focus = core::MapBox{-100, -100, 100, 100};
        return loadWorld(spec, diagnostics_);
    }
    World load(const std::string& role, const std::string& path) {
        return load(role, core::FileSpec{path, "", {}, {"film.yaml", 7, 12}});
    }
    [[nodiscard]] std::string said() const {
        std::string all;
        for (const core::Diagnostic& d : diagnostics_.all()) all += toString(d) + "\n";
        return all;
    }

    fs::path folder_;
    core::Diagnostics diagnostics_;
};

const std::string kSquares = R"({"type":"FeatureCollection","features":[
 {"type":"Feature","properties":{"id":"a","name_en":"A","name_zh":"甲","valid_from":"1950","valid_to":"1960-06"},
  "geometry":{"type":"Polygon","coordinates":[[[60,40],[70,40],[70,50],[60,50],[60,40]]]}},
 {"type":"Feature","properties":{"id":"b","name_en":"B","valid_from":1955},
  "geometry":{"type":"Polygon","coordinates":[[[70,40],[80,40],[80,50],[70,50],[70,40]]]}}]})";

TEST_F(Sources, StatesOfTheScriptBringTheirOwnLandAndBorders) {
    const World world = load("states", write("squares.geojson", kSquares));
    EXPECT_EQ(said(), "");
    ASSERT_EQ(world.states.areas.size(), 2U);
    const Area& a = world.states.areas[0];
    EXPECT_EQ(a.id, "a");
    EXPECT_EQ(*a.name.find("zh-Hans"), "甲");
    EXPECT_EQ(core::toString(*a.valid.from), "1950-01-01");
    EXPECT_EQ(core::toString(*a.valid.to), "1960-06-30");
    ASSERT_EQ(world.borders.lines.size(), 1U);
    EXPECT_EQ(world.borders.lines[0].left, "a");
    EXPECT_EQ(world.borders.lines[0].right, "b");
    EXPECT_EQ(core::toString(*world.borders.lines[0].valid.from), "1955-01-01");
    ASSERT_EQ(world.land.areas.size(), 1U);
    EXPECT_NEAR(world.land.areas[0].areaKm2, a.areaKm2 + world.states.areas[1].areaKm2, 100);
    EXPECT_EQ(world.coast.strips.size(), 1U);
}

TEST_F(Sources, ColumnsAreMappedByName) {
    std::string text = kSquares;
    for (std::size_t at; (at = text.find("valid_from")) != std::string::npos;) {
        text.replace(at, 10, "gwsdate");
    }
    core::FileSpec file{write("mapped.geojson", text), "", {{"valid_from", "gwsdate"}}, {}};
    const World world = load("states", file);
    EXPECT_EQ(said(), "");
    EXPECT_EQ(core::toString(*world.states.areas[0].valid.from), "1950-01-01");

    file.columns = {{"valid_from", "gwsdat"}};
    file.place = {"film.yaml", 7, 12};
    static_cast<void>(load("states", file));
    EXPECT_THAT(said(), AllOf(HasSubstr("film.yaml:7:12: error"), HasSubstr("no column `gwsdat`"),
                              HasSubstr("did you mean `gwsdate`")));
}

/// Names as points in a shapefile that does not say its encoding.
std::string writeNames(const fs::path& folder, const std::vector<std::string>& names) {
    registerGdal();
    auto* driver = GetGDALDriverManager()->GetDriverByName("ESRI Shapefile");
    const std::string path = (folder / "names.shp").string();
    GDALDatasetUniquePtr dataset(driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    std::array<char*, 2> raw{const_cast<char*>("ENCODING="), nullptr};
    OGRSpatialReference degrees;
    degrees.SetWellKnownGeogCS("WGS84");
    OGRLayer* layer = dataset->CreateLayer("names", &degrees, wkbPoint, raw.data());
    for (const char* column : {"name", "kind"}) {
        OGRFieldDefn field(column, OFTString);
        EXPECT_EQ(layer->CreateField(&field), OGRERR_NONE);
    }
    for (const std::string& name : names) {
        OGRFeature feature(layer->GetLayerDefn());
        feature.SetField("name", name.c_str());
        feature.SetField("kind", "state");
        OGRPoint at(80, 50);
        EXPECT_EQ(feature.SetGeometry(&at), OGRERR_NONE);
        EXPECT_EQ(layer->CreateFeature(&feature), OGRERR_NONE);
    }
    return path;
}

TEST_F(Sources, AShapefilesTextsAreGuessedAloudOrAsTheScriptSays) {
    core::FileSpec file{writeNames(folder_, {"\xD1\xC8\xC1\xC8\xD0\xDC", "\xCA\xC8\xC5\xC2"}),
                        "",
                        {},
                        {"film.yaml", 7, 12}};
    EXPECT_EQ(load("names", file).names.at(0).name.inOrAny("ru"), "СИБИРЬ");
    EXPECT_THAT(said(), AllOf(HasSubstr("film.yaml:7:12: warning"),
                              HasSubstr("read as windows-1251 (СИБИРЬ)")));
    diagnostics_ = {};
    file.encoding = "KOI8-R";
    EXPECT_EQ(load("names", file).names.at(0).name.inOrAny("ru"), "яхахпэ") << "as the script says";
    EXPECT_EQ(said(), "");
}

TEST_F(Sources, TextsOfOtherFilesThatAreNotUtf8AreAFaultUnlessTheScriptSaysMore) {
    core::FileSpec file{
        geoJson(R"({"type":"Point","coordinates":[80,50]})", "{\"name\":\"M\xFCnchen\"}"),
        "",
        {},
        {"film.yaml", 7, 12}};
    static_cast<void>(load("names", file));
    EXPECT_THAT(said(),
                AllOf(HasSubstr("error"), HasSubstr("they read as words in windows-1252 (M")));
    diagnostics_ = {};
    file.encoding = "latin1";
    EXPECT_EQ(load("names", file).names.at(0).name.inOrAny("de"), "München");
    EXPECT_EQ(said(), "");
}

/// Writes the two squares through an OGR driver, in Web Mercator or in degrees, and reads them
/// back.
class Formats : public Sources,
                public testing::WithParamInterface<std::pair<const char*, const char*>> {};

TEST_P(Formats, AnyFormatAndCrsGivesTheSameAreas) {
    const auto [driver, name] = GetParam();
    registerGdal();
    const std::string source = write("squares.geojson", kSquares);
    const std::string target = (folder_ / name).string();
    GDALDatasetUniquePtr in(GDALDataset::Open(source.c_str(), GDAL_OF_VECTOR));
    ASSERT_TRUE(in);
    auto* out = GetGDALDriverManager()->GetDriverByName(driver);
    ASSERT_NE(out, nullptr) << driver;
    GDALDatasetUniquePtr written(out->Create(target.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    ASSERT_TRUE(written);
    OGRSpatialReference mercator;
    mercator.importFromEPSG(3857);
    mercator.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRLayer* from = in->GetLayer(0);
    OGRLayer* to = written->CreateLayer("squares", &mercator, wkbPolygon);
    ASSERT_NE(to, nullptr);
    OGRFieldDefn id("id", OFTString);
    ASSERT_EQ(to->CreateField(&id), OGRERR_NONE);
    for (const auto& feature : *from) {
        OGRFeature copy(to->GetLayerDefn());
        copy.SetField("id", feature->GetFieldAsString("id"));
        OGRGeometry* geometry = feature->GetGeometryRef()->clone();
        ASSERT_EQ(geometry->transformTo(&mercator), OGRERR_NONE);
        copy.SetGeometryDirectly(geometry);
        ASSERT_EQ(to->CreateFeature(&copy), OGRERR_NONE);
    }
    written.reset();

    const auto areas = [&](const std::string& path) {
        std::map<std::string, double> byId;  // FlatGeobuf keeps an order of its own
        for (const Area& area : load("states", path).states.areas) byId[area.id] = area.areaKm2;
        return byId;
    };
    const auto expected = areas(source), found = areas(target);
    EXPECT_EQ(said(), "");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_NEAR(found.at("a") / expected.at("a"), 1, 1e-5);
    EXPECT_NEAR(found.at("b") / expected.at("b"), 1, 1e-5);
}

INSTANTIATE_TEST_SUITE_P(Drivers, Formats,
                         testing::Values(std::pair("GPKG", "squares.gpkg"),
                                         std::pair("ESRI Shapefile", "squares.shp"),
                                         std::pair("FlatGeobuf", "squares.fgb"),
                                         std::pair("GML", "squares.gml"),
                                         std::pair("SQLite", "squares.sqlite")));

TEST_F(Sources, TopoJsonAndZipAreRead) {
    const World topo = load("states", core::FileSpec{kData + "two_squares.topojson", "", {}, {}});
    EXPECT_EQ(topo.states.areas.size(), 2U);
    const World zipped = load(
        "states", core::FileSpec{"/vsizip/" + kData + "squares.zip/squares.geojson", "", {}, {}});
    EXPECT_EQ(zipped.states.areas.size(), 2U);
    EXPECT_FALSE(diagnostics_.hasErrors()) << said();
}

TEST_F(Sources, LayersAreFoundByNameOrTheNearestIsNamed) {
    core::FileSpec file{kAtlasFolder + "/atlas.gpkg", "statess", {}, {"film.yaml", 3, 4}};
    static_cast<void>(load("states", file));
    EXPECT_THAT(said(), AllOf(HasSubstr("no layer `statess`"), HasSubstr("did you mean `states`")));
}

TEST_F(Sources, PlacesOfTheScriptComeOnTop) {
    const World world = load(
        "places",
        geoJson(R"({"type":"Point","coordinates":[116,40]})",
                R"({"id":"beijing","name_en":"Peiping","aka":"Yenching;Khanbaliq","rank":1})"));
    EXPECT_EQ(said(), "");
    ASSERT_NE(world.gazetteer.find("khanbaliq"), nullptr);
    EXPECT_EQ(world.gazetteer.find("beijing")->position, (core::LonLat{116, 40}));
    EXPECT_NE(world.gazetteer.find("Moscow"), nullptr);
}

TEST_F(Sources, MissingFilesAndFolders) {
    static_cast<void>(load("states", "/nowhere/states.gpkg"));
    EXPECT_THAT(said(),
                HasSubstr("film.yaml:7:12: error: /nowhere/states.gpkg: there is no such file"));
    diagnostics_ = {};
    static_cast<void>(load("states", folder_.string()));
    EXPECT_THAT(said(), HasSubstr("is a folder without map data"));
    diagnostics_ = {};
    static_cast<void>(load("states", write("empty.geojson", "")));
    EXPECT_THAT(said(), HasSubstr("cannot be opened as map data"));
    diagnostics_ = {};
    static_cast<void>(load("relief", "/nowhere/relief.tif"));
    EXPECT_THAT(said(), HasSubstr("relief.tif: there is no such file"));
    diagnostics_ = {};
    static_cast<void>(load("relief", write("relief.tif", "not a picture")));
    EXPECT_THAT(said(), HasSubstr("cannot be opened as a raster"));
}

TEST_F(Sources, BadShapesAreLeftOutAndTheRestIsLoaded) {
    const std::string good =
        R"({"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[60,40],[70,40],[70,50],[60,40]]]}})";
    const auto with = [&](const std::string& geometry) {
        diagnostics_ = {};
        const World world = load(
            "states", write("bad.geojson", R"({"type":"FeatureCollection","features":[)" + good +
                                               R"(,{"type":"Feature","properties":{},"geometry":)" +
                                               geometry + "}]}"));
        EXPECT_EQ(world.states.areas.size(), 1U) << geometry;
        return said();
    };
    EXPECT_THAT(with(R"({"type":"Polygon","coordinates":[[[60,40]]]})"), HasSubstr("error"));
    EXPECT_THAT(with(R"({"type":"Polygon","coordinates":[[[60,40],[60,40],[60,40],[60,40]]]})"),
                HasSubstr("a ring has 1 different point, and needs three"));
    EXPECT_THAT(with("null"), HasSubstr("has no shape"));
    EXPECT_THAT(with(R"({"type":"Point","coordinates":[60,40]})"),
                HasSubstr("is a POINT, and `states` needs polygons"));
}

TEST_F(Sources, CoordinatesThatAreNoNumbers) {
    registerGdal();
    const std::string path = (folder_ / "nan.gpkg").string();
    auto* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    GDALDatasetUniquePtr out(driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    OGRSpatialReference degrees;
    degrees.SetWellKnownGeogCS("WGS84");
    OGRLayer* layer = out->CreateLayer("x", &degrees, wkbPolygon);
    auto* ring = new OGRLinearRing;
    ring->addPoint(60, 40);
    ring->addPoint(std::nan(""), 40);
    ring->addPoint(70, 50);
    ring->addPoint(60, 40);
    auto* polygon = new OGRPolygon;
    polygon->addRingDirectly(ring);
    OGRFeature feature(layer->GetLayerDefn());
    feature.SetGeometryDirectly(polygon);
    ASSERT_EQ(layer->CreateFeature(&feature), OGRERR_NONE);
    out.reset();
    static_cast<void>(load("states", path));
    EXPECT_THAT(said(), HasSubstr("a coordinate is not a number"));
}

/// Shapes of a table without a coordinate system, as of a shapefile whose .prj is lost.
TEST_F(Sources, CoordinatesThatAreNoDegreesAreAFaultOfTheirFeature) {
    const auto of = [&](ShapeKind kind, const std::string& shape) {
        diagnostics_ = {};
        VectorRequest request;
        request.file = {write("lost.csv", "id,WKT\na,\"" + shape + "\"\n"), "", {}, {"f", 7, 12}};
        request.kind = kind;
        EXPECT_TRUE(readVector(request, diagnostics_).empty()) << shape;
        return said();
    };
    const auto lost = AllOf(HasSubstr("f:7:12: error: "), HasSubstr("lost.csv: feature 1"),
                            HasSubstr("not degrees"), HasSubstr("is the .prj missing?"));
    for (const ShapeKind kind : {ShapeKind::polygons, ShapeKind::lines}) {
        EXPECT_THAT(of(kind, "POLYGON((6679169 4865942,20e6 4865942,20e6 6446275))"), lost);
        EXPECT_THAT(of(kind, "POLYGON((60 40,70 40,70 95,60 40))"), lost);
        EXPECT_THAT(of(kind, "POLYGON((60 40,70 40,70 -95,60 40))"), lost);
        EXPECT_THAT(of(kind, "POLYGON((60 40,541 40,70 50,60 40))"), lost);
        EXPECT_THAT(of(kind, "POLYGON((6 4,7 4,7 5,6 4),(6679169 4,7 4,7 5,6679169 4))"), lost);
    }
    EXPECT_THAT(of(ShapeKind::lines, "LINESTRING(6679169 4865942,7792364 6446275)"), lost);
    EXPECT_THAT(of(ShapeKind::lines, "LINESTRING(60 40,60 95)"), lost);
    EXPECT_THAT(of(ShapeKind::points, "POINT(6679169 4865942)"), lost);
    EXPECT_THAT(of(ShapeKind::points, "POINT(60 -95)"), lost);
    EXPECT_THAT(of(ShapeKind::points, "POINT(inf 10)"), HasSubstr("error"));
}

TEST_F(Sources, DegreesMayRunPastTheAntimeridianAndToThePole) {
    const World world = load(
        "states", geoJson(R"({"type":"Polygon","coordinates":[[[170,60],[191,60],[191,90.0000001],)"
                          R"([170,90.0000001],[170,60]]]})"));
    EXPECT_EQ(said(), "");
    EXPECT_EQ(world.states.areas.size(), 1U);
}

// The address sanitizer keeps more address space than there is memory.
#ifndef __SANITIZE_ADDRESS__
/// GEOS tells of it in words, as of any fault of a shape.
TEST_F(Sources, WantOfMemoryIsNoFaultOfAShape) {
    constexpr int kPoints = 4'000'000;
    Polygon round;
    Ring& ring = round.rings.emplace_back();
    for (int i = 0; i < kPoints; ++i) {
        const double turn = i * (2 * M_PI / kPoints);
        ring.emplace_back(10 * std::cos(turn), 10 * std::sin(turn));
    }
    const auto repairInLittleMemory = [&] {
        // Room for one more copy of the points, which is ours, and not for a second, GEOS's.
        std::size_t pages = 0;
        std::ifstream("/proc/self/statm") >> pages;
        const rlim_t most = pages * static_cast<std::size_t>(::getpagesize()) +
                            3 * sizeof(glm::dvec2) * kPoints / 2;
        const rlimit little{most, most};
        ::setrlimit(RLIMIT_AS, &little);
        try {
            static_cast<void>(Geos().repaired(round));
        } catch (const std::bad_alloc&) {
            std::_Exit(7);
        } catch (const core::Failure&) {
            std::_Exit(8);
        }
        std::_Exit(0);
    };
    EXPECT_EXIT(repairInLittleMemory(), testing::ExitedWithCode(7), "");
}
#endif

TEST_F(Sources, EmptyLayersAndWrongKinds) {
    static_cast<void>(
        load("states", write("none.geojson", R"({"type":"FeatureCollection","features":[]})")));
    EXPECT_THAT(said(), HasSubstr("is empty"));
    diagnostics_ = {};
    static_cast<void>(
        load("states", core::FileSpec{kAtlasFolder + "/atlas.gpkg", "places", {}, {}}));
    EXPECT_THAT(said(), HasSubstr("layer `places` holds Point, and `states` needs polygons"));
}

TEST_F(Sources, TruncatedAndIncompleteFiles) {
    std::ifstream whole(kAtlasFolder + "/atlas.gpkg", std::ios::binary);
    std::string bytes(400'000, '\0');
    whole.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    static_cast<void>(load("states", write("short.gpkg", bytes)));
    EXPECT_TRUE(diagnostics_.hasErrors());
    EXPECT_THAT(said(), HasSubstr("short.gpkg: "));

    diagnostics_ = {};
    static_cast<void>(
        load("states", core::FileSpec{kData + "no_index.shp", "", {}, {"film.yaml", 1, 1}}));
    EXPECT_TRUE(diagnostics_.hasErrors());
    EXPECT_THAT(said(), HasSubstr(".shx"));
}

TEST_F(Sources, NoCrsIsTakenForDegreesWithAWarning) {
    const World world =
        load("states", write("plain.csv", "id,WKT\na,\"POLYGON((60 40,70 40,70 50,60 40))\"\n"));
    EXPECT_FALSE(diagnostics_.hasErrors());
    EXPECT_THAT(said(), HasSubstr("warning: " + (folder_ / "plain.csv").string()));
    EXPECT_THAT(said(), HasSubstr("degrees of WGS 84"));
    EXPECT_EQ(world.states.areas.size(), 1U);
}

TEST_F(Sources, BadDatesAreReported) {
    const std::string square =
        R"({"type":"Polygon","coordinates":[[[60,40],[70,40],[70,50],[60,40]]]})";
    static_cast<void>(load("states", geoJson(square, R"({"valid_from":"1956-13"})")));
    EXPECT_THAT(said(), HasSubstr("date `1956-13`"));
    diagnostics_ = {};
    static_cast<void>(
        load("states", geoJson(square, R"({"valid_from":"1956","valid_to":"1955"})")));
    EXPECT_THAT(said(), HasSubstr("valid_to is before valid_from"));
}

TEST_F(Sources, TheNetworkIsShutUnlessAskedFor) {
    for (const char* path : {"/vsicurl/http://localhost/a.gpkg", "/vsizip//vsicurl/http://x/a.zip",
                             "https://localhost/a.geojson", "/vsis3/bucket/a.gpkg", "PG:dbname=x",
                             "WFS:http://localhost"}) {
        diagnostics_ = {};
        static_cast<void>(load("states", path));
        EXPECT_THAT(said(), AllOf(HasSubstr("not on this machine"), HasSubstr("--network")))
            << path;
    }
    EXPECT_FALSE(namesNetwork("/data/http/a.gpkg"));
    // Nor does a local file that points elsewhere get anything.
    diagnostics_ = {};
    static_cast<void>(load(
        "states", write("remote.vrt",
                        "<OGRVRTDataSource><OGRVRTLayer name=\"x\"><SrcDataSource>/vsicurl/http://"
                        "127.0.0.1:1/a.geojson</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>")));
    EXPECT_TRUE(diagnostics_.hasErrors());
}

TEST_F(Sources, ABadProjectionIsTheScriptsFault) {
    WorldSpec spec;
    spec.atlasFolder = kAtlasFolder;
    spec.geometry = false;
    spec.projection = "+proj=nonsense";
    spec.projectionPlace = {"film.yaml", 4, 9};
    const World world = loadWorld(spec, diagnostics_);
    EXPECT_THAT(said(), AllOf(HasSubstr("film.yaml:4:9: error"),
                              HasSubstr("no projection named `nonsense`")));
    EXPECT_FALSE(world.gazetteer.all().empty());
}

TEST_F(Sources, NothingIsPrinted) {
    testing::internal::CaptureStderr();
    testing::internal::CaptureStdout();
    static_cast<void>(load("states", write("broken.geojson", "{\"type\": \"Feat")));
    static_cast<void>(load("relief", write("broken.tif", std::string("II*\0", 4))));
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
    EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
    EXPECT_TRUE(diagnostics_.hasErrors());
}

}  // namespace
}  // namespace ebbflow::geo
