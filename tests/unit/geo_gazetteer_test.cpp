// Names are found whatever their case and accents, by date, and with the nearest name when there is
// none.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <memory>
#include <set>

#include <utf8proc.h>

#include "core/csv.hpp"
#include "core/whole_file.hpp"
#include "geo/fold_name.hpp"
#include "geo/gazetteer.hpp"
#include "geo/world.hpp"

namespace ebbflow::geo {
namespace {

core::Day day(const char* text) {
    return core::parsePeriod(text).period->first();
}

Place place(const char* id, const char* en, int rank = 5) {
    Place p;
    p.id = id;
    p.names.push_back({{{{"en", en}}}, {}});
    p.rank = rank;
    return p;
}

Gazetteer leningrad() {
    Gazetteer gazetteer;
    Place late = place("leningrad", "Leningrad");
    late.names[0].name.words.emplace_back("ru", "Ленинград");
    late.names[0].valid.from = day("1924-01-26");
    Place early = place("leningrad", "Petrograd");
    early.names[0].valid.to = day("1924-01-25");
    early.aliases = {"St Petersburg"};
    gazetteer.add(late);
    gazetteer.add(early);
    return gazetteer;
}

TEST(FoldName, DropsCaseAccentsAndHyphens) {
    EXPECT_EQ(foldName("Łódź"), "lodz");
    EXPECT_EQ(foldName("ÜRÜMQI"), "urumqi");
    EXPECT_EQ(foldName("Ulan-Ude"), foldName("ulan ude"));
    EXPECT_EQ(foldName("Xi'an"), foldName("Xi’an"));
    EXPECT_EQ(foldName("Hà Nội"), "ha noi");
    EXPECT_EQ(foldName("Straße"), "strasse");
    EXPECT_EQ(foldName("МОСКВА"), "москва");
    EXPECT_EQ(foldName("Орёл"), foldName("Орел"));
    EXPECT_EQ(foldName("北京"), "北京");
    EXPECT_EQ(foldName("u\xCC\x88"), "u");  // a combining diaeresis
    EXPECT_EQ(foldName("\xFF\xE4"), "\xFF\xE4");
}

TEST(FoldName, SpellingsOfOneLetterAreOneKey) {
    EXPECT_EQ(foldName("Hǎikǒu"), "haikou");
    EXPECT_EQ(foldName("Ｍｏｓｃｏｗ"), "moscow");  // full-width
    EXPECT_EQ(foldName("ҚАРАҒАНДЫ"), foldName("Қарағанды"));
    EXPECT_EQ(foldName("Улан–Удэ"), foldName("Улан-Удэ"));
    EXPECT_EQ(foldName("ΑΘΉΝΑ"), foldName("Αθηνα"));
    EXPECT_EQ(foldName("圣·彼得堡"), "圣彼得堡");
    EXPECT_EQ(foldName("Sanʿāʾ"), "sana");
    EXPECT_EQ(foldName("Толья́тти"), foldName("Тольятти"));  // with its stress
}

TEST(FoldName, MarksThatMakeAnotherLetterStay) {
    EXPECT_NE(foldName("Майна"), foldName("Маина"));
    EXPECT_EQ(foldName("Ма\u0438\u0306на"), foldName("Майна"));  // taken apart
    EXPECT_NE(foldName("Київ"), foldName("Киів"));
    EXPECT_NE(foldName("ながさき"), foldName("なかさき"));
}

/// `name` with every letter taken apart from its marks (NFD).
std::string takenApart(const std::string& name) {
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> apart(
        utf8proc_NFD(reinterpret_cast<const utf8proc_uint8_t*>(name.c_str())), &std::free);
    return reinterpret_cast<const char*>(apart.get());
}

TEST(FoldName, EveryNameOfTheAtlasIsOneKeyHoweverItIsEncoded) {
    WorldSpec spec;
    spec.projection = "+proj=laea +lat_0=50 +lon_0=80";
    spec.atlasFolder = EBBFLOW_SOURCE_DIR "/geodata";
    spec.geometry = false;
    core::Diagnostics diagnostics;
    const World world = loadWorld(spec, diagnostics);
    std::size_t names = 0;
    for (const Place& p : world.gazetteer.all()) {
        std::vector<std::string> all = p.aliases;
        for (const PlaceName& name : p.names)
            for (const auto& [language, word] : name.name.words) all.push_back(word);
        for (const std::string& name : all) {
            ++names;
            const std::string key = foldName(name);
            EXPECT_FALSE(key.empty()) << name;
            EXPECT_EQ(foldName(key), key) << name;
            EXPECT_EQ(foldName(takenApart(name)), key) << name;
            EXPECT_NE(world.gazetteer.find(takenApart(name)), nullptr) << name;
        }
    }
    EXPECT_GT(names, 1500U);
}

TEST(FoldName, IsIdempotent) {
    for (const char* name : {"Łódź", "Ürümqi", "Xi'an", "Улан-Удэ", "北京", " a  b ", "Þórshöfn"}) {
        EXPECT_EQ(foldName(foldName(name)), foldName(name)) << name;
    }
}

TEST(Gazetteer, RowsOfOneIdAreOnePlaceWithNamesByDate) {
    const Gazetteer g = leningrad();
    ASSERT_EQ(g.all().size(), 1U);
    const Place& p = g.all().front();
    EXPECT_EQ(p.nameOn(day("1950")).inOrAny("en"), "Leningrad");
    EXPECT_EQ(p.nameOn(day("1920")).inOrAny("en"), "Petrograd");
    EXPECT_EQ(p.nameOn(day("1924-01-25")).inOrAny("en"), "Petrograd");
    EXPECT_EQ(p.nameOn(day("1924-01-26")).inOrAny("en"), "Leningrad");
    for (const char* name : {"leningrad", "PETROGRAD", "Ленинград", "St. Petersburg"}) {
        EXPECT_EQ(g.find(name) != nullptr, std::string_view(name) != "St. Petersburg") << name;
    }
    EXPECT_NE(g.find("st petersburg"), nullptr);
    EXPECT_EQ(Place{}.nameOn(day("1950")).empty(), true);
}

TEST(Gazetteer, TheMoreImportantOfOneNameWins) {
    Gazetteer g;
    g.add(place("victoria-tx", "Victoria", 8));
    g.add(place("victoria-hk", "Victoria", 2));
    EXPECT_EQ(g.find("victoria")->id, "victoria-hk");
    // An id is not ambiguous, however common the name.
    EXPECT_EQ(g.find("victoria-tx")->id, "victoria-tx");
}

TEST(Gazetteer, AScenesOwnPlaceWinsOverAMoreImportantOneOfTheAtlas) {
    Gazetteer g;
    g.add(place("stockholm", "Stockholm", 0));
    g.add(place("sto", "Stockholm", 10), true);
    core::Diagnostics d;
    EXPECT_EQ(g.require("Stockholm", {"film.yaml", 3, 5}, d)->id, "sto");
    EXPECT_TRUE(d.all().empty());
}

TEST(Gazetteer, AnIdOfTheAtlasIsNoNameOfAMoreImportantPlace) {
    Gazetteer gazetteer;
    gazetteer.add(place("guangzhou", "Canton", 1));
    gazetteer.add(place("canton", "Canton", 6));
    gazetteer.add(place("kanton", "Kanton", 7));
    for (const char* name : {"Canton", "canton", "CANTON"})
        EXPECT_EQ(gazetteer.find(name)->id, "guangzhou") << name;
    EXPECT_EQ(gazetteer.find("kanton")->id, "kanton");
    // A scene's own ids stay what they are.
    gazetteer.add(place("canton", "Canton", 9), true);
    EXPECT_EQ(gazetteer.find("canton")->id, "canton");
}

TEST(Gazetteer, CitiesOfTheWorldTakeNoNameOfTheAtlasesOwn) {
    WorldSpec spec;
    spec.projection = "+proj=eqc";
    spec.atlasFolder = EBBFLOW_SOURCE_DIR "/geodata";
    spec.geometry = false;
    core::Diagnostics diagnostics;
    const World world = loadWorld(spec, diagnostics);
    const std::string path = spec.atlasFolder + "/cities.csv";
    const auto rows = core::readCsv(core::readWhole(path), path, diagnostics);
    ASSERT_FALSE(diagnostics.hasErrors());
    std::set<std::string> own;
    for (std::size_t i = 1; i < rows.size(); ++i) own.insert(rows[i][0].text);
    std::size_t asked = 0;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        for (std::size_t column = 0; column < 4; ++column) {
            const std::string& name = rows[i][column].text;
            if (name.empty()) continue;
            const Place* found = world.gazetteer.find(name);
            ASSERT_NE(found, nullptr) << name;
            EXPECT_TRUE(own.contains(found->id)) << name << " is " << found->id;
            ++asked;
        }
    }
    EXPECT_GT(asked, 300u);
}

TEST(Gazetteer, ACountryIsToldAsOneWithACityOfIt) {
    WorldSpec spec;
    spec.projection = "+proj=eqc";
    spec.atlasFolder = EBBFLOW_SOURCE_DIR "/geodata";
    spec.geometry = false;
    core::Diagnostics loading;
    const World world = loadWorld(spec, loading);
    std::set<std::string> countries;
    for (const Place& place : world.gazetteer.all())
        if (!place.country.empty()) countries.insert(place.country);
    EXPECT_GT(countries.size(), 100U);
    for (const std::string& country : countries) {
        core::Diagnostics d;
        // Some are a city's name as well.
        if (world.gazetteer.require(country, {"film.yaml", 3, 5}, d) != nullptr) continue;
        ASSERT_EQ(d.all().size(), 1U);
        EXPECT_THAT(
            d.all()[0].message,
            testing::AllOf(testing::HasSubstr("is a country"), testing::HasSubstr("such as"),
                           testing::Not(testing::HasSubstr("did you mean"))));
    }
    core::Diagnostics d;
    (void)world.gazetteer.require("Kenya", {"film.yaml", 3, 5}, d);
    EXPECT_THAT(d.all().at(0).message, testing::HasSubstr("`Nairobi`"));
}

TEST(Gazetteer, SaysSoWhenTwoAreEquallyImportant) {
    Gazetteer g;
    g.add(place("frunze-a", "Frunze", 4));
    g.add(place("frunze-b", "Frunze", 4));
    core::Diagnostics d;
    const PlaceUse use{"Frunze", {"film.yaml", 3, 5}};
    g.settle({&use, 1}, {}, d);
    EXPECT_EQ(g.require("Frunze", use.where, d)->id, "frunze-a");
    ASSERT_EQ(d.all().size(), 1U);
    EXPECT_EQ(d.all()[0].severity, core::Severity::warning);
    EXPECT_EQ(toString(d.all()[0]).substr(0, 14), "film.yaml:3:5:");
    EXPECT_THAT(d.all()[0].message,
                testing::AllOf(testing::HasSubstr("frunze-a"), testing::HasSubstr("frunze-b"),
                               testing::HasSubstr("as important")));
}

TEST(Gazetteer, UnknownNamesComeWithTheNearest) {
    Gazetteer g = leningrad();
    g.add(place("irkutsk", "Irkutsk"));
    core::Diagnostics d;
    EXPECT_EQ(g.require("Irkutks", {"film.yaml", 3, 5}, d), nullptr);
    ASSERT_TRUE(d.hasErrors());
    EXPECT_EQ(toString(d.all()[0]).substr(0, 21), "film.yaml:3:5: error:");
    EXPECT_THAT(d.all()[0].message, testing::HasSubstr("did you mean `irkutsk`"));
}

class Cities : public testing::Test {
protected:
    static const Gazetteer& atlas() {
        static const World world = [] {
            WorldSpec spec;
            spec.atlasFolder = EBBFLOW_SOURCE_DIR "/geodata";
            spec.geometry = false;
            core::Diagnostics diagnostics;
            return loadWorld(spec, diagnostics);
        }();
        return world.gazetteer;
    }
    static std::string idOf(const char* name) {
        const Place* found = atlas().find(name);
        return found == nullptr ? "" : found->id;
    }
};

TEST_F(Cities, OfTheWholeWorldByTodaysNamesAndByOthers) {
    EXPECT_GT(atlas().all().size(), 4000U);
    ASSERT_NE(atlas().find("Galway"), nullptr);
    EXPECT_EQ(atlas().find("Galway")->country, "Ireland");
    EXPECT_NEAR(atlas().find("Galway")->position.lat, 53.27, 0.01);
    EXPECT_EQ(idOf("Kyiv"), "kiev");
    EXPECT_EQ(idOf("Lviv"), "lvov");
    EXPECT_EQ(idOf("Lemberg"), "lvov");
    EXPECT_EQ(idOf("Mumbai"), idOf("Bombay"));
    EXPECT_EQ(idOf("Yangon"), "rangoon");
    EXPECT_EQ(idOf("Gqeberha"), "port_elizabeth");
    EXPECT_EQ(idOf("Antwerp"), "antwerpen");
    EXPECT_EQ(idOf("Córdoba, Argentina"), "cordoba");
    EXPECT_EQ(idOf("Cordoba, Mexico"), "cordoba_mex");
}

/// A name more is no other place, and the atlas's own names by date stay.
TEST_F(Cities, FurtherNamesMoveNothing) {
    const Place& kiev = *atlas().find("Kyiv");
    EXPECT_NEAR(kiev.position.lat, 50.45, 0.05);
    EXPECT_EQ(kiev.nameOn(day("1950")).inOrAny("en"), "Kiev");
    EXPECT_EQ(kiev.names.size(), 1U);
    const Place& moscow = *atlas().find("Moskva");
    EXPECT_EQ(moscow.rank, 0);
    EXPECT_EQ(moscow.nameOn(day("1950")).inOrAny("ru"), "Москва");
}

TEST(Gazetteer, AnOverridingPlaceReplacesTheOther) {
    Gazetteer g = leningrad();
    Place own = place("leningrad", "Leningrad of the script");
    own.position = {1, 2};
    g.add(own, true);
    ASSERT_EQ(g.all().size(), 1U);
    EXPECT_EQ(g.find("leningrad")->position, (core::LonLat{1, 2}));
    EXPECT_EQ(g.find("Petrograd"), nullptr);
}

}  // namespace
}  // namespace ebbflow::geo
