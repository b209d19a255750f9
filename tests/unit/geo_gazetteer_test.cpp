// Names are found whatever their case and accents, by date, and with the nearest name when there is
// none.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "geo/fold_name.hpp"
#include "geo/gazetteer.hpp"

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

TEST(Gazetteer, SaysSoWhenTwoAreEquallyImportant) {
    Gazetteer g;
    g.add(place("frunze-a", "Frunze", 4));
    g.add(place("frunze-b", "Frunze", 4));
    core::Diagnostics d;
    EXPECT_NE(g.require("Frunze", {"film.yaml", 3, 5}, d), nullptr);
    ASSERT_EQ(d.all().size(), 1U);
    EXPECT_EQ(d.all()[0].severity, core::Severity::warning);
    EXPECT_THAT(d.all()[0].message,
                testing::AllOf(testing::HasSubstr("frunze-a"), testing::HasSubstr("frunze-b")));
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
