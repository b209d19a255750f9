// The other tables, the formats they come in, and files that are no tables.
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "unit/flow_fixture.hpp"

namespace ebbflow::flow {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

class OtherTables : public test::TableTest {};

TEST_F(OtherTables, PlacesJoinTheGazetteerWithNamesByDate) {
    specs.places =
        fileSpec(write("places.csv",
                       "id,name_en,name_zh,lat,lon,valid_from,valid_to,rank,aka\n"
                       "leningrad,Petrograd,彼得格勒,59.9,30.3,1914-09,1924-01-25,1,Piter\n"
                       "leningrad,Leningrad,列宁格勒,59.9,30.3,1924-01-26,1991,1,\n"
                       "moscow,My Moscow,,55,37,,,2,\n"));
    specs.movements = fileSpec(write("m.csv", "from,to,when,count\nPiter,列宁格勒,1950,1\n"));
    (void)read();
    EXPECT_THAT(messages(), ElementsAre(HasSubstr("the same place")));
    const geo::Place* place = gazetteer.find("leningrad");
    ASSERT_NE(place, nullptr);
    EXPECT_EQ(place->nameOn(core::toDay({1920, 1, 1})).inOrAny("en"), "Petrograd");
    EXPECT_EQ(place->nameOn(core::toDay({1956, 1, 1})).inOrAny("zh-Hans"), "列宁格勒");
    EXPECT_EQ(gazetteer.find("moscow")->position, (core::LonLat{37, 55}));
}

TEST_F(OtherTables, BadPlacesAreReported) {
    specs.places = fileSpec(write("places.csv",
                                  "id,name,lat,lon,valid_from,valid_to,rank\n"
                                  "a,A,,,,,\n"
                                  "b,B,10,20,,,\n"
                                  "b,B2,11,20,,,\n"
                                  "c,C,10,20,1960,1950,\n"
                                  "d,D,10,20,,,big\n"
                                  ",,10,20,,,\n"));
    (void)read();
    EXPECT_THAT(messages(),
                ElementsAre(AllOf(HasSubstr(":2:5:"), HasSubstr("`lat` and `lon` are empty")),
                            AllOf(HasSubstr(":4:6:"), HasSubstr("stands elsewhere")),
                            AllOf(HasSubstr(":5:16:"), HasSubstr("before valid_from")),
                            AllOf(HasSubstr(":6:13:"), HasSubstr("rank `big`")),
                            AllOf(HasSubstr(":7:1:"), HasSubstr("needs an `id` or a `name`"))));
    EXPECT_NE(gazetteer.find("b"), nullptr);
    EXPECT_EQ(gazetteer.find("d"), nullptr);
}

TEST_F(OtherTables, FiguresAreRead) {
    specs.figures = fileSpec(write("figures.csv",
                                   "id,date,value,unit,label_en,label_zh_hans,confidence,source\n"
                                   "advisers,1956~,3113,persons,Advisers,顾问,estimate,\n"
                                   "advisers,1956~,1,persons,,,,\n"
                                   "rate,1957,-2.5,,,,,\n"
                                   "bad,1957,\"about 7\",,,,,\n"
                                   "nan,1957,nan,,,,,\n"));
    const auto figures = read().figures;
    ASSERT_THAT(figures, SizeIs(2));
    EXPECT_EQ(figures[0].value, 3113);
    EXPECT_EQ(figures[0].label.inOrAny("zh-Hans"), "顾问");
    EXPECT_EQ(figures[0].label.words[1].first, "zh-Hans");
    EXPECT_EQ(figures[1].value, -2.5);
    EXPECT_THAT(messages(),
                ElementsAre(HasSubstr("`advisers of 1956~` is taken"),
                            HasSubstr("`about 7` is no number"), HasSubstr("`nan` is no number")));
}

TEST_F(OtherTables, SitesAreRead) {
    specs.sites = fileSpec(write("works.csv",
                                 "id,place,industry,name_en,begun,done,halted,confidence,source\n"
                                 "w1,harbin,coal,Shaft,1950-09-20,1955,,unverified,x\n"
                                 "w2,harbin,coal,,1955,1950,1949,,\n"
                                 "w3,Harbn,coal,,,,,,\n"));
    const auto sites = read().sites;
    ASSERT_THAT(sites, SizeIs(1));
    EXPECT_EQ(sites[0].at.placeId, "harbin");
    EXPECT_EQ(core::toString(*sites[0].begun), "1950-09-20");
    EXPECT_FALSE(sites[0].halted.has_value());
    EXPECT_THAT(messages(), ElementsAre(HasSubstr("done 1950 is before begun 1955"),
                                        HasSubstr("halted 1949 is before begun 1955"),
                                        HasSubstr("did you mean `harbin`?")));
}

TEST_F(OtherTables, SourcesNeedTheirCitation) {
    specs.sources = fileSpec(write("sources.csv", "id,citation,page\na,Book,7\nb,,\na,Other,\n"));
    EXPECT_THAT(read().sources, SizeIs(1));
    EXPECT_THAT(messages(),
                ElementsAre(HasSubstr("`citation` is empty"), HasSubstr("`a` is taken")));
}

/// Writes a table with any of OGR's drivers: text, integer, real and date fields, and a point.
void writeWithOgr(const char* driver, const std::string& path) {
    GDALAllRegister();
    auto* maker = GetGDALDriverManager()->GetDriverByName(driver);
    ASSERT_NE(maker, nullptr);
    const GDALDatasetUniquePtr dataset(maker->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    ASSERT_NE(dataset, nullptr);
    OGRSpatialReference wgs84;
    wgs84.SetWellKnownGeogCS("WGS84");
    const bool withGeometry =
        std::string_view(driver) != "XLSX" && std::string_view(driver) != "ODS";
    OGRLayer* layer = dataset->CreateLayer("flows", &wgs84, withGeometry ? wkbPoint : wkbNone);
    for (const auto& [name, type] :
         {std::pair{"from", OFTString}, {"to", OFTString}, {"when", OFTDate}, {"count", OFTReal}}) {
        const OGRFieldDefn field(name, type);
        ASSERT_EQ(layer->CreateField(const_cast<OGRFieldDefn*>(&field)), OGRERR_NONE);
    }
    const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer->GetLayerDefn()));
    feature->SetField("from", "Peking");
    feature->SetField("to", "moscow");
    feature->SetField("when", 1951, 8, 3);
    feature->SetField("count", 375.0);
    if (withGeometry) {
        const OGRPoint point(8.5, 47.0);
        feature->SetGeometry(&point);
    }
    ASSERT_EQ(layer->CreateFeature(feature.get()), OGRERR_NONE);
    const OGRFeatureUniquePtr bad(feature->Clone());
    bad->SetFID(OGRNullFID);
    bad->SetField("count", 2.5);
    ASSERT_EQ(layer->CreateFeature(bad.get()), OGRERR_NONE);
}

struct Format {
    const char* driver;
    const char* file;
    const char* badRow;
};

class Formats : public test::TableTest, public testing::WithParamInterface<Format> {};
INSTANTIATE_TEST_SUITE_P(
    Ogr, Formats,
    testing::Values(
        Format{"GPKG", "m.gpkg", "film.yaml:7:12: error: m.gpkg (feature 2): "},
        Format{"GeoJSON", "m.geojson", "film.yaml:7:12: error: m.geojson (feature 1): "},
        Format{"XLSX", "m.xlsx", "m.xlsx:3: error"}, Format{"ODS", "m.ods", "m.ods:3: error"},
        Format{"FlatGeobuf", "m.fgb", "film.yaml:7:12: error: m.fgb (feature"},
        Format{"ESRI Shapefile", "m.shp", "film.yaml:7:12: error: m.shp (feature 1): "}),
    [](const auto& format) { return std::string(format.param.file).substr(2); });

TEST_P(Formats, AreReadAlike) {
    writeWithOgr(GetParam().driver, path(GetParam().file));
    specs.movements = fileSpec(path(GetParam().file));
    const auto rows = read().movements;
    ASSERT_THAT(rows, SizeIs(1)) << testing::PrintToString(messages());
    EXPECT_EQ(rows[0].count, 375);
    EXPECT_EQ(core::toString(rows[0].when), "1951-08-03");
    EXPECT_EQ(rows[0].from.placeId, "beijing");
    EXPECT_THAT(messages(), ElementsAre(AllOf(StartsWith(GetParam().badRow), HasSubstr("2.5"))));
}

TEST_F(OtherTables, PointsOfALayerArePlaces) {
    write("p.geojson",
          R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":)"
          R"({"id":"ulm","name":"Ulm"},"geometry":{"type":"Point","coordinates":[10,48.4]}}]})");
    specs.places = fileSpec(path("p.geojson"));
    (void)read();
    EXPECT_THAT(messages(), IsEmpty());
    ASSERT_NE(gazetteer.find("Ulm"), nullptr);
    EXPECT_EQ(gazetteer.find("Ulm")->position, (core::LonLat{10, 48.4}));
}

TEST_F(OtherTables, ASpecMayNameTheLayer) {
    writeWithOgr("GPKG", path("m.gpkg"));
    specs.movements = fileSpec(path("m.gpkg"));
    specs.movements.files[0].layer = "flws";
    (void)read();
    EXPECT_THAT(messages(), ElementsAre(HasSubstr("no layer `flws`; did you mean `flows`?")));
}

TEST_F(OtherTables, ATypesFileBesideTheTableChangesNothing) {
    write("movements.csvt", "\"String\",\"String\",\"Integer\",\"Integer\"\n");
    EXPECT_EQ(movements("from,to,when,count\nmoscow,harbin,1951,\"1,390\"\n").at(0).count, 1390);
    EXPECT_THAT(messages(), ElementsAre(HasSubstr("read as 1390")));
}

struct BadFile {
    const char* name;
    std::string bytes;
    const char* message;
};

class BadFiles : public test::TableTest, public testing::WithParamInterface<BadFile> {};
INSTANTIATE_TEST_SUITE_P(
    Files, BadFiles,
    testing::Values(BadFile{"empty.csv", "", "empty.csv: error: is empty"},
                    BadFile{"blank.csv", "\n\n", "is empty"},
                    BadFile{"mark.csv", "\xEF\xBB\xBF", "is empty"},
                    BadFile{"prose.csv", "A letter to the editor\nwith lines\n",
                            "no comma, semicolon or tab"},
                    BadFile{"utf16.csv",
                            std::string("\xFF\xFE"
                                        "f\0r\0",
                                        6),
                            "is UTF-16"},
                    BadFile{"latin1.csv", "from,to,when,count\nZ\xFCrich,moscow,1950,1\n",
                            "latin1.csv:2:2: error: this is not UTF-8"},
                    BadFile{"twins.csv", "from,to,when,count,count\nmoscow,harbin,1950,1,2\n",
                            "two columns are called `count`"},
                    BadFile{"truncated.gpkg", std::string("SQLite format 3\0garbage", 23),
                            "cannot be read as a table"},
                    BadFile{"noise.xlsx", "PK\3\4 nothing", "cannot be read as a table"},
                    BadFile{"half.geojson", R"({"type":"FeatureCollection","features":[{"type")",
                            "cannot be read as a table"}),
    [](const auto& file) {
        std::string name = file.param.name;
        std::ranges::replace(name, '.', '_');
        return name;
    });

TEST_P(BadFiles, AreRefusedWithAReason) {
    specs.movements = fileSpec(write(GetParam().name, GetParam().bytes));
    EXPECT_THAT(read().movements, SizeIs(testing::Le(1U)));
    EXPECT_TRUE(diagnostics.hasErrors());
    EXPECT_THAT(messages(), Contains(HasSubstr(GetParam().message)));
}

TEST_F(OtherTables, MissingFilesFoldersAndTheNetworkAreRefused) {
    write("students.csv", "x");
    specs.movements = fileSpec(path("studens.csv"));
    specs.figures = fileSpec(path(""));
    specs.sites = fileSpec("https://example.org/works.csv");
    (void)read();
    EXPECT_THAT(messages(), ElementsAre(AllOf(StartsWith("film.yaml:7:12: error: there is no file"),
                                              HasSubstr("did you mean `students.csv`?")),
                                        HasSubstr("is a folder; name a file in it"),
                                        HasSubstr("not a file of this machine")));
}

TEST_F(OtherTables, AHeaderAloneIsAnEmptyTable) {
    EXPECT_THAT(movements("from,to,when,count\n"), IsEmpty());
    EXPECT_FALSE(diagnostics.hasErrors());
    EXPECT_THAT(messages(),
                ElementsAre(HasSubstr("movements.csv:1: warning: the table has no rows")));
}

TEST_F(OtherTables, ATruncatedGeoPackageIsRefused) {
    writeWithOgr("GPKG", path("whole.gpkg"));
    const auto size = std::filesystem::file_size(path("whole.gpkg"));
    std::filesystem::resize_file(path("whole.gpkg"), size * 2 / 5);
    specs.movements = fileSpec(path("whole.gpkg"));
    EXPECT_THAT(read().movements, IsEmpty());
    EXPECT_TRUE(diagnostics.hasErrors());
}

TEST_F(OtherTables, AShapefileInMetresWithoutPrjIsOneFault) {
    GDALAllRegister();
    {
        auto* maker = GetGDALDriverManager()->GetDriverByName("ESRI Shapefile");
        const GDALDatasetUniquePtr dataset(
            maker->Create(path("p.shp").c_str(), 0, 0, 0, GDT_Unknown, nullptr));
        OGRLayer* layer = dataset->CreateLayer("p", nullptr, wkbPoint);
        OGRFieldDefn id("id", OFTString);
        ASSERT_EQ(layer->CreateField(&id), OGRERR_NONE);
        for (int i = 0; i < 5; ++i) {
            OGRFeature feature(layer->GetLayerDefn());
            feature.SetField("id", std::to_string(i).c_str());
            const OGRPoint point(4187000.0 + i, 7509000.0);
            ASSERT_EQ(feature.SetGeometry(&point), OGRERR_NONE);
            ASSERT_EQ(layer->CreateFeature(&feature), OGRERR_NONE);
        }
    }
    specs.places = fileSpec(path("p.shp"));
    (void)read();
    EXPECT_THAT(messages(),
                ElementsAre(AllOf(HasSubstr("film.yaml:7:12: error: p.shp: "), HasSubstr("4187000"),
                                  HasSubstr("is the .prj missing?"))));
}

TEST_F(OtherTables, ALineOf200MegabytesIsRefused) {
    {
        std::ofstream file(path("long.csv"), std::ios::binary);
        file << "from,to,when,count\n";
        const std::string piece(1 << 20, 'x');
        for (int i = 0; i < 200; ++i) file << piece;
    }
    specs.movements = fileSpec(path("long.csv"));
    (void)read();
    EXPECT_THAT(messages(),
                ElementsAre("long.csv:2:1: error: a row of more than 1 MB; is this a table?"));
}

}  // namespace
}  // namespace ebbflow::flow
