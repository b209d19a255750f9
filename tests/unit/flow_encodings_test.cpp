// Tables in other encodings than UTF-8.

#include <array>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "geo/gdal_access.hpp"
#include "unit/flow_fixture.hpp"

namespace ebbflow::flow {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

class TableEncodings : public test::TableTest {
protected:
    /// A dBASE table that does not say its encoding.
    std::string writeDbf(const std::string& name, const std::string& city) {
        geo::registerGdal();
        auto* driver = GetGDALDriverManager()->GetDriverByName("ESRI Shapefile");
        GDALDatasetUniquePtr dataset(
            driver->Create(path(name).c_str(), 0, 0, 0, GDT_Unknown, nullptr));
        std::array<char*, 2> raw{const_cast<char*>("ENCODING="), nullptr};
        OGRLayer* layer = dataset->CreateLayer("t", nullptr, wkbNone, raw.data());
        for (const char* column : {"from", "to", "when", "count", "source"}) {
            OGRFieldDefn field(column, OFTString);
            (void)layer->CreateField(&field);
        }
        OGRFeature row(layer->GetLayerDefn());
        row.SetField("from", "moscow");
        row.SetField("to", "harbin");
        row.SetField("when", "1951");
        row.SetField("count", "20");
        row.SetField("source", city.c_str());
        EXPECT_EQ(layer->CreateFeature(&row), OGRERR_NONE);
        return path(name);
    }
};

TEST_F(TableEncodings, AreReadAsTheScriptNamesThem) {
    const std::pair<const char*, const char*> tables[] = {{"cp1251", "\xD1\xC8\xC1\xC8\xD0\xDC"},
                                                          {"KOI8-R", "\xF3\xE9\xE2\xE9\xF2\xF8"}};
    for (const auto& [encoding, siberia] : tables) {
        specs.movements = fileSpec(write(
            "m.csv", std::string("from,to,when,count,source\nmoscow,harbin,1951,20,") + siberia));
        specs.movements.files[0].encoding = encoding;
        EXPECT_THAT(read().movements.at(0).sources, ElementsAre("СИБИРЬ"));
        EXPECT_THAT(messages(), IsEmpty());
    }
}

TEST_F(TableEncodings, OfTwoBytesKeepCommasAndQuotesApart) {
    specs.movements =
        fileSpec(write("m.csv",
                       "from,to,when,count,source\nmoscow,harbin,1951,20,\"\xCB\xC4\xB4\xA8,"
                       "\xC3\xC9\xB9\xC5\"\n"));
    specs.movements.files[0].encoding = "GBK";
    EXPECT_THAT(read().movements.at(0).sources, ElementsAre("四川,蒙古"));
}

TEST_F(TableEncodings, Utf16IsReadWhereTheScriptSaysSo) {
    const std::u16string text = u"\uFEFFfrom\tto\twhen\tcount\nmoscow\tharbin\t1951\t20\n";
    specs.movements =
        fileSpec(write("m.txt", {reinterpret_cast<const char*>(text.data()), text.size() * 2}));
    EXPECT_THAT(read().movements, IsEmpty());
    EXPECT_THAT(messages(), ElementsAre(HasSubstr("encoding: UTF-16")));
    specs.movements.files[0].encoding = "UTF-16";
    EXPECT_THAT(read().movements, SizeIs(1));
}

TEST_F(TableEncodings, ThatNobodyNamesAreToldByLineAndByHowTheyRead) {
    specs.movements =
        fileSpec(write("m.csv",
                       "from,to,when,count,source\nmoscow,harbin,1951,20,\xCC\xEE\xF1\xEA"
                       "\xE2\xE0\nmoscow,harbin,1951,20,\xCA\xE8\xE5\xE2\n"));
    EXPECT_THAT(read().movements, IsEmpty());
    EXPECT_THAT(messages(),
                ElementsAre(AllOf(StartsWith("m.csv:2:23: error: this is not UTF-8"),
                                  HasSubstr("they read as words in windows-1251 (Москва)"),
                                  HasSubstr("`encoding: windows-1251` beside `file`"))));
}

TEST_F(TableEncodings, ThatDoNotFitAreToldByLine) {
    specs.movements =
        fileSpec(write("m.csv", "from,to,when,count,source\nmoscow,harbin,1951,20,\x81 \n"));
    specs.movements.files[0].encoding = "GBK";
    EXPECT_THAT(read().movements, IsEmpty());
    EXPECT_THAT(messages(), ElementsAre(StartsWith("m.csv:2: error: this is not GBK")));
}

TEST_F(TableEncodings, OfDbaseFilesAreGuessedAloud) {
    specs.movements = fileSpec(writeDbf("t.dbf", "\xD1\xC8\xC1\xC8\xD0\xDC"));
    EXPECT_THAT(read().movements.at(0).sources, ElementsAre("СИБИРЬ"));
    EXPECT_THAT(messages(), ElementsAre(AllOf(HasSubstr("warning"),
                                              HasSubstr("read as windows-1251 (СИБИРЬ)"))));
}

TEST_F(TableEncodings, OfDbaseFilesAreSettledByTheScript) {
    specs.movements = fileSpec(writeDbf("t.dbf", "\xCB\xC4\xB4\xA8"));
    specs.movements.files[0].encoding = "gbk";
    EXPECT_THAT(read().movements.at(0).sources, ElementsAre("四川"));
    EXPECT_THAT(messages(), IsEmpty());
}

}  // namespace
}  // namespace ebbflow::flow
