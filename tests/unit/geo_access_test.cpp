// What a scene's data may open, whatever leads there: nothing of the network, proven by a listener
// on the loopback, and no file outside of the folders that are allowed.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>

#include <cpl_string.h>
#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.hpp"
#include "geo/elevation_raster.hpp"
#include "geo/gdal_access.hpp"
#include "geo/picture_file.hpp"
#include "geo/vector_source.hpp"
#include "support/listener.hpp"
#include "support/video_fixture.hpp"

namespace ebbflow::geo {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

void writeText(const fs::path& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

constexpr const char* kSquare =
    R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"secret"},)"
    R"("geometry":{"type":"Polygon","coordinates":[[[60,40],[70,40],[70,50],[60,40]]]}}]})";

/// Its layer is called like that of `secret.geojson`.
std::string vectorVrt(const std::string& source) {
    return "<OGRVRTDataSource><OGRVRTLayer name=\"secret\"><SrcDataSource>" + source +
           "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>";
}

std::string rasterVrt(const std::string& source) {
    return "<VRTDataset rasterXSize=\"20\" rasterYSize=\"20\"><SRS>EPSG:4326</SRS>"
           "<GeoTransform>-180,18,0,90,0,-9</GeoTransform><VRTRasterBand dataType=\"Int16\" "
           "band=\"1\"><SimpleSource><SourceFilename>" +
           source +
           "</SourceFilename><SourceBand>1</SourceBand></SimpleSource></VRTRasterBand>"
           "</VRTDataset>";
}

/// Opens files as a scene's layers, relief and pictures are opened.
class DataAccess : public testing::Test {
protected:
    void SetUp() override {
        ::setenv("no_proxy", "127.0.0.1,localhost", 1);
        fs::create_directories(scene_);
        fs::create_directories(outside_);
    }

    std::string write(const std::string& name, const std::string& text) const {
        writeText(scene_ / name, text);
        return scene_ / name;
    }
    std::vector<Feature> shapes(const std::string& path) {
        VectorRequest request;
        request.role = "states";
        request.file = {path, "", {}, {"film.yaml", 7, 12}};
        request.fields = {"id"};
        request.access = access_;
        return readVector(request, diagnostics_);
    }
    void relief(const std::string& path) {
        try {
            ElevationRaster raster(path, access_);
            raster.load({{0, 0}, {20, 20}}, 1);
        } catch (const core::Failure& failure) {
            diagnostics_.error({path, 0, 0}, failure.what());
        }
    }
    void picture(const std::string& path) {
        static_cast<void>(readPicture(path, {"film.yaml", 3, 5}, access_, diagnostics_));
    }
    void openInAllRoles(const std::string& path) {
        static_cast<void>(shapes(path));
        relief(path);
        picture(path);
    }
    /// By its name, and by files that lead there.
    void lookFor(const std::string& source) {
        openInAllRoles(source);
        const std::unique_ptr<char, decltype(&CPLFree)> text(
            CPLEscapeString(source.c_str(), -1, CPLES_XML), CPLFree);
        openInAllRoles(write("vector.vrt", vectorVrt(text.get())));
        openInAllRoles(write("raster.vrt", rasterVrt(text.get())));
    }
    [[nodiscard]] std::string takeSaid() {
        std::string all;
        for (const core::Diagnostic& d : diagnostics_.all()) all += toString(d) + "\n";
        diagnostics_ = {};
        return all;
    }

    test::TemporaryFolder folder_;
    fs::path scene_ = fs::path(folder_ / "scene");
    fs::path outside_ = fs::path(folder_ / "outside");
    core::Access access_ = core::Access::within({folder_ / "scene"});
    core::Diagnostics diagnostics_;
    test::Listener listener_;
};

/// What drivers' names lead to on the network: by their own prefixes and by what they have in
/// common.
std::vector<std::string> addresses(const std::string& port) {
    const std::string host = "127.0.0.1:" + port;
    std::vector<std::string> all{"http://" + host + "/x.geojson",
                                 "/vsicurl/http://" + host + "/x.tif",
                                 "/vsicurl_streaming/http://" + host + "/x.geojson",
                                 "/vsicurl?url=http://" + host + "/x.tif",
                                 "/vsizip//vsicurl/http://" + host + "/x.zip/x.geojson",
                                 "/vsizip/{/vsicurl/http://" + host + "/x.zip}/x.geojson",
                                 "/vsigzip//vsicurl/http://" + host + "/x.gz",
                                 "/vsitar//vsicurl/http://" + host + "/x.tar/x.tif",
                                 "/vsisubfile/0_100,/vsicurl/http://" + host + "/x.tif",
                                 "/vsiwebhdfs/http://" + host + "/webhdfs/v1/x",
                                 "PG:host=127.0.0.1 port=" + port + " dbname=x user=y",
                                 "PG:host=127.0.0.1 port=" + port + " dbname=x table=y mode=2",
                                 "MYSQL:x,host=127.0.0.1,port=" + port + ",user=u",
                                 "<GDAL_WMS><Service name=\"TMS\"><ServerUrl>http://" + host +
                                     "/${z}/${x}/${y}.png</ServerUrl></Service></GDAL_WMS>"};
    for (int i = 0; i < GetGDALDriverManager()->GetDriverCount(); ++i) {
        GDALDriver& driver = *GetGDALDriverManager()->GetDriver(i);
        const char* prefix = driver.GetMetadataItem(GDAL_DMD_CONNECTION_PREFIX);
        const std::string own =
            prefix != nullptr ? prefix : std::string(driver.GetDescription()) + ":";
        for (const std::string& address :
             {"http://" + host + "/x", "\"http://" + host + "/x\":z", "/vsicurl/http://" + host})
            all.push_back(own + address);
        if (const char* ends = driver.GetMetadataItem(GDAL_DMD_EXTENSION);
            ends != nullptr && *ends != '\0')
            all.push_back("http://" + host + "/x." + ends);
    }
    return all;
}

/// Files whose formats can name others by address.
std::vector<std::pair<std::string, std::string>> filesWithAddresses(const std::string& port) {
    const std::string url = "http://127.0.0.1:" + port + "/x";
    return {
        {"a.gml", "<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"" + url +
                      ".dtd\" [<!ENTITY b SYSTEM \"" + url +
                      "\">]><ogr:FeatureCollection xmlns:ogr=\"http://ogr.maptools.org/\" "
                      "xmlns:gml=\"http://www.opengis.net/gml\" "
                      "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
                      "xsi:schemaLocation=\"http://ogr.maptools.org/ " +
                      url +
                      ".xsd\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"><gml:featureMember>"
                      "<ogr:a><ogr:geometryProperty xlink:href=\"" +
                      url +
                      "#p\"/><ogr:id>&b;</ogr:id></ogr:a></gml:featureMember>"
                      "</ogr:FeatureCollection>"},
        {"a.kml",
         "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><NetworkLink><Link>"
         "<href>" +
             url + ".kml</href></Link></NetworkLink><Placemark><styleUrl>" + url +
             "#s</styleUrl><Point><coordinates>1,2</coordinates></Point></Placemark>"
             "</Document></kml>"},
        {"a.gpx", "<?xml version=\"1.0\"?><!DOCTYPE gpx SYSTEM \"" + url +
                      ".dtd\"><gpx version=\"1.1\" creator=\"a\"><wpt lat=\"1\" lon=\"2\"/></gpx>"},
        {"a.mapml", "<mapml- xmlns=\"http://www.w3.org/1999/xhtml\"><map-head><map-link href=\"" +
                        url + "\"/></map-head><map-body></map-body></mapml->"},
        {"a.xml", "<GDAL_WMS><Service name=\"TMS\"><ServerUrl>" + url +
                      "/${z}/${x}/${y}.png</ServerUrl></Service><DataWindow><UpperLeftX>-180"
                      "</UpperLeftX><UpperLeftY>90</UpperLeftY><LowerRightX>180</LowerRightX>"
                      "<LowerRightY>-90</LowerRightY><TileLevel>2</TileLevel><TileCountX>2"
                      "</TileCountX><TileCountY>1</TileCountY></DataWindow><Projection>EPSG:4326"
                      "</Projection><BandsCount>3</BandsCount></GDAL_WMS>"},
        {"b.xml", "<OGRWFSDataSource><URL>" + url + "</URL></OGRWFSDataSource>"},
        {"c.xml",
         "<WCS_GDAL><ServiceURL>" + url + "</ServiceURL><CoverageName>a</CoverageName></WCS_GDAL>"},
        {"d.xml", "<GDAL_WMTS><GetCapabilitiesUrl>" + url + "</GetCapabilitiesUrl></GDAL_WMTS>"},
    };
}

TEST_F(DataAccess, NothingIsFetchedThroughAnyDriverUnlessAskedFor) {
    registerGdal();
    for (const std::string& address : addresses(listener_.port())) {
        lookFor(address);
        EXPECT_EQ(listener_.knocks(), 0) << address;
    }
    for (const auto& [name, text] : filesWithAddresses(listener_.port())) {
        lookFor(write(name, text));
        EXPECT_EQ(listener_.knocks(), 0) << name;
    }
    EXPECT_EQ(listener_.lateKnocks(), 0);
    EXPECT_TRUE(diagnostics_.hasErrors());
}

TEST_F(DataAccess, WhatIsAskedForIsFetched) {
    access_.network = true;
    static_cast<void>(shapes(
        write("a.vrt", vectorVrt("/vsicurl/http://127.0.0.1:" + listener_.port() + "/a.geojson"))));
    EXPECT_GT(listener_.lateKnocks(), 0) << "the listener hears what there is to hear";
}

TEST_F(DataAccess, AFileThatLeadsToTheNetworkIsToldWithTheOption) {
    for (const std::string source :
         {"PG:host=127.0.0.1 port=1 dbname=x", "/vsicurl/http://127.0.0.1:1/a.geojson",
          "http://127.0.0.1:1/a.geojson"}) {
        EXPECT_TRUE(shapes(write("a.vrt", vectorVrt(source))).empty());
        EXPECT_THAT(takeSaid(), AllOf(HasSubstr("film.yaml:7:12: error"), HasSubstr("--network")))
            << source;
    }
}

/// Ways in which a scene's file leads to another.
struct Detour {
    const char* name;
    std::function<std::string(const DataAccess&, const fs::path& scene, const fs::path& secret)>
        path;
};

std::string written(const fs::path& path, const std::string& text) {
    writeText(path, text);
    return path;
}

std::string linked(const fs::path& link, const fs::path& to) {
    fs::create_symlink(to, link);
    return link;
}

class Detours : public DataAccess, public testing::WithParamInterface<Detour> {};

TEST_P(Detours, OutsideAreRefusedUnlessTheFolderIsAllowed) {
    const fs::path secret = outside_ / "secret.geojson";
    writeText(secret, kSquare);
    const std::string path = GetParam().path(*this, scene_, secret);
    EXPECT_TRUE(shapes(path).empty());
    EXPECT_THAT(takeSaid(), AllOf(HasSubstr("outside of the scene's folder"),
                                  HasSubstr("--allow " + outside_.string())));
    access_.allow(outside_);
    const auto features = shapes(path);
    ASSERT_EQ(features.size(), 1U) << takeSaid();
    EXPECT_EQ(features[0].values[0], "secret");
}

INSTANTIATE_TEST_SUITE_P(
    All, Detours,
    testing::Values(
        Detour{"absolute", [](auto&, auto&, auto& secret) { return secret.string(); }},
        Detour{"upwards", [](auto&, auto& scene,
                             auto&) { return (scene / "../outside/secret.geojson").string(); }},
        Detour{"link", [](auto&, auto& scene,
                          auto& secret) { return linked(scene / "secret.geojson", secret); }},
        Detour{"linkedFolder",
               [](auto&, auto& scene, auto& secret) {
                   return linked(scene / "data", secret.parent_path()) + "/secret.geojson";
               }},
        Detour{"vrt", [](auto&, auto& scene,
                         auto& secret) { return written(scene / "a.vrt", vectorVrt(secret)); }},
        Detour{"vrtOfAVrt",
               [](auto&, auto& scene, auto& secret) {
                   return written(scene / "a.vrt",
                                  vectorVrt(written(scene / "b.vrt", vectorVrt(secret))));
               }},
        Detour{"partOfAFile",
               [](auto&, auto&, auto& secret) { return "/vsisubfile/0_10000," + secret.string(); }},
        Detour{"vrtOfALink",
               [](auto&, auto& scene, auto& secret) {
                   return written(scene / "a.vrt",
                                  vectorVrt(linked(scene / "secret.geojson", secret)));
               }}),
    [](const auto& detour) { return std::string(detour.param.name); });

TEST_F(DataAccess, TheStandardInputIsNoFile) {
    EXPECT_TRUE(shapes("/vsistdin/").empty());
    EXPECT_THAT(takeSaid(), HasSubstr("--trust"));
}

TEST_F(DataAccess, PicturesAndReliefsObeyTheSameRule) {
    registerGdal();
    auto* memory = GetGDALDriverManager()->GetDriverByName("MEM");
    const GDALDatasetUniquePtr grey(memory->Create("", 20, 20, 1, GDT_Byte, nullptr));
    const std::string secret = outside_ / "secret.tif";
    auto* tiff = GetGDALDriverManager()->GetDriverByName("GTiff");
    GDALClose(tiff->CreateCopy(secret.c_str(), grey.get(), 0, nullptr, nullptr, nullptr));
    picture(linked(scene_ / "a.tif", secret));
    EXPECT_THAT(takeSaid(), HasSubstr("--allow"));
    relief(write("a.vrt", rasterVrt(secret)));
    EXPECT_THAT(takeSaid(), HasSubstr("--allow"));
}

TEST_F(DataAccess, OtherUsesOfGdalInTheProcessStayAsTheyAre) {
    registerGdal();
    const std::string path = outside_ / "a.csv";
    writeText(path, "a,b\n1,2\n");
    const GDALDatasetUniquePtr open(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR));
    EXPECT_TRUE(open);
}

}  // namespace
}  // namespace ebbflow::geo
