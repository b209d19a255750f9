// No boxes, ever: what the fonts lack is told wherever it would be drawn.

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "film/check_film.hpp"
#include "support/film_fixture.hpp"

namespace ebbflow::film {
namespace {

using testing::AllOf;
using testing::HasSubstr;

/// A character of the private use area: no font has it.
const std::string kLacking = "\uE000";

struct Text {
    std::string name;
    std::string places, movements, script;
    std::string told;  ///< part of the message
};

std::string nameOf(const testing::TestParamInfo<Text>& info) {
    return info.param.name;
}

class Glyphs : public testing::TestWithParam<Text> {
protected:
    std::string said() {
        const Text& text = GetParam();
        std::ofstream(folder_ / "p.csv") << "id,name,lat,lon\nulm," << text.places << ",48,10\n"
                                         << "elsewhere,Elsewhere,20,20\n";
        std::ofstream(folder_ / "m.csv") << "kind,from,to,when,count,unit,source\n"
                                         << text.movements << "\n";
        std::ofstream(folder_ / "n.geojson")
            << R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":")"
            << (text.name == "mapLayers" ? kLacking : "Tarim")
            << R"(","kind":"river","rank":1},"geometry":{"type":"Point","coordinates":[11,48]}}]})";
        std::ofstream(folder_ / "film.yaml")
            << "title: A film\nsource: register\nplaces: p.csv\nmovements: m.csv\n"
               "map: {layers: {names: n.geojson}}\n"
            << text.script
            << "chapters: [{date: 1951, show: [ulm, elsewhere], caption: On the road.}]\n";
        core::Diagnostics diagnostics;
        const auto film = test::filmAt(folder_ / "film.yaml");
        const text::Typesetter typesetter(film->fonts);
        checkGlyphs(*film, typesetter, diagnostics);
        return test::words(diagnostics);
    }

private:
    ebbflow::test::TemporaryFolder folder_;
};

const std::string kSound = "traders,ulm,elsewhere,1951,20,bales,register";

INSTANTIATE_TEST_SUITE_P(
    Texts, Glyphs,
    testing::Values(
        Text{"placesOfTables", kLacking, kSound, "", "name of the place `ulm`"},
        Text{"mapLayers", "Ulm", kSound, "", "name of a river"},
        Text{"kinds", "Ulm", kLacking + ",ulm,elsewhere,1951,20,bales,register", "", "kind"},
        Text{"units", "Ulm", "traders,ulm,elsewhere,1951,20," + kLacking + ",register", "", "unit"},
        Text{"sources", "Ulm", "traders,ulm,elsewhere,1951,20,bales," + kLacking, "", "source"},
        Text{"words", "Ulm", kSound, "words: {july: {en: " + kLacking + "}}\n", "word `july`"}),
    nameOf);

TEST_P(Glyphs, ThatNoFontHasAreTold) {
    EXPECT_THAT(said(),
                AllOf(HasSubstr("error: no font has " + kLacking), HasSubstr(GetParam().told)));
}

}  // namespace
}  // namespace ebbflow::film
