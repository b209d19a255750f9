// What a table says that is hardly meant: names of several places, points at 0, 0, degrees in the
// wrong order.

#include "flow_fixture.hpp"

namespace ebbflow::flow {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class Doubts : public test::TableTest {
protected:
    Doubts() {
        add("santa_cruz", "Bolivia", {-63.2, -17.8}, 3);
        add("santa_cruz_esp", "Spain", {-16.3, 28.5}, 4);
        add("santa_cruz_usa", "United States of America", {-122, 37}, 6);
        addPlace("lima", "Lima", {-77, -12});
        addPlace("la_paz", "La Paz", {-68.1, -16.5});
        addPlace("cadiz", "Cádiz", {-6.3, 36.5});
        addPlace("lisbon", "Lisbon", {-9.1, 38.7});
    }
    void add(const char* id, const char* country, core::LonLat at, int rank) {
        geo::Place place;
        place.id = id;
        place.country = country;
        place.position = at;
        place.rank = rank;
        place.names.push_back({{{{"en", "Santa Cruz"}}}, {}});
        gazetteer.add(place);
    }
    std::string firstFrom(const std::string& rows) {
        diagnostics = {};
        const auto read = movements("from,to,when,count\n" + rows);
        return read.empty() ? "" : read[0].from.placeId;
    }
};

TEST_F(Doubts, ANameOfSeveralPlacesIsTheNearestToTheOthers) {
    EXPECT_EQ(firstFrom("Santa Cruz,Lima,1950,1\nLima,La Paz,1950,1\n"), "santa_cruz");
    EXPECT_THAT(messages(),
                ElementsAre(AllOf(HasSubstr("movements.csv:2"), HasSubstr("warning"),
                                  HasSubstr("`santa_cruz` (Bolivia) or `santa_cruz_esp` (Spain)"),
                                  HasSubstr("taking `santa_cruz` (Bolivia), the nearest"),
                                  HasSubstr("write the id"))));
    EXPECT_EQ(firstFrom("Santa Cruz,Cádiz,1950,1\nLisbon,Cádiz,1950,1\n"), "santa_cruz_esp");
}

TEST_F(Doubts, WhereNearnessTellsNothingTheGreaterIsTaken) {
    EXPECT_EQ(firstFrom("Santa Cruz,Santa Cruz,1950,1\n"), "santa_cruz");
    EXPECT_THAT(messages(), testing::Contains(HasSubstr("the most important")));
}

TEST_F(Doubts, WhatTheScriptShowsCountsToo) {
    specs.shown = {{"Lisbon", {"film.yaml", 3, 5}}};
    specs.shownPoints = {{-5, 40}};
    EXPECT_EQ(firstFrom("Santa Cruz,Santa Cruz,1950,1\n"), "santa_cruz_esp");
}

TEST_F(Doubts, AnIdOrACountryLeavesNone) {
    EXPECT_EQ(firstFrom("santa_cruz_usa,Lima,1950,1\n"), "santa_cruz_usa");
    EXPECT_THAT(messages(), IsEmpty());
    EXPECT_EQ(firstFrom("\"Santa Cruz, USA\",Lima,1950,1\n"), "santa_cruz_usa");
    EXPECT_THAT(messages(), IsEmpty());
    EXPECT_EQ(firstFrom("santa_cruz,Cádiz,1950,1\nSanta Cruz,Cádiz,1950,1\n"), "santa_cruz");
}

TEST_F(Doubts, AnUnknownPlaceIsNotTakenForAnotherWord) {
    addPlace("altay", "Altay", {88.1, 47.9});
    EXPECT_EQ(firstFrom("Galway,Lima,1950,1\n"), "");
    EXPECT_THAT(messages(), ElementsAre(AllOf(HasSubstr("no place is called `Galway`;"),
                                              HasSubstr("goes into `places`"),
                                              testing::Not(HasSubstr("did you mean")))));
    EXPECT_EQ(firstFrom("Altai,Lima,1950,1\n"), "");
    EXPECT_THAT(messages(), ElementsAre(HasSubstr("did you mean `altay`?")));
    EXPECT_EQ(firstFrom("Siam,Lima,1950,1\n"), "");
    EXPECT_THAT(messages(), ElementsAre(HasSubstr("`Siam` is a country")));
}

TEST_F(Doubts, AColumnOfDatesThatIsNotReadIsNamed) {
    (void)movements(
        "from,to,Datum,pop,count\nLima,La Paz,1951-08,1950,5\nLima,La Paz,9.9.1951,1951,5\n");
    EXPECT_THAT(messages(), ElementsAre(AllOf(HasSubstr("there is no column `when`"),
                                              HasSubstr("`columns: {when: datum}`"))));
    diagnostics = {};
    (void)movements("from,to,pop,count\nLima,La Paz,1950,5\n");
    EXPECT_THAT(messages(), ElementsAre(testing::Not(HasSubstr("columns:"))));
}

TEST_F(Doubts, ZeroZeroIsSaid) {
    specs.places = fileSpec(write("p.csv", "name,lat,lon\nA,0,0\nB,0,10\n"));
    (void)read();
    EXPECT_THAT(messages(), ElementsAre(AllOf(HasSubstr("p.csv:2"), HasSubstr("warning"),
                                              HasSubstr("`A` is at 0, 0"))));
    diagnostics = {};
    specs.places = {};
    (void)movements("from_lat,from_lon,to_lat,to_lon,when,count\n0,0,10,10,1950,1\n");
    EXPECT_THAT(messages(), ElementsAre(HasSubstr("at 0, 0")));
}

TEST_F(Doubts, DegreesInTheWrongOrderAreSaid) {
    // One among others.
    specs.places = fileSpec(write("p.csv",
                                  "name,lat,lon\nA,31.2,36.1\nB,31.9,36.9\nC,32.5,35.9\n"
                                  "D,30.1,35.7\nE,29.5,35.0\nF,5,65\nG,35.2,31.7\n"));
    (void)read();
    EXPECT_THAT(messages(), IsEmpty());  // G would be as near: it may be meant
    diagnostics = {};
    specs.places = fileSpec(write("p.csv",
                                  "name,lat,lon\nA,51.5,-0.1\nB,52.5,-1.9\nC,53.5,-2.2\n"
                                  "D,55.9,-3.2\nE,-3.2,55.9\n"));
    (void)read();
    EXPECT_THAT(messages(), ElementsAre(AllOf(HasSubstr("p.csv:6"), HasSubstr("`E`"),
                                              HasSubstr("`lat` 55.9 and `lon` -3.2"))));
    // All of them, where the atlas knows them.
    diagnostics = {};
    specs.places = fileSpec(write("p.csv", "name,lat,lon\nMoscow,37.6,55.8\n"));
    (void)read();
    EXPECT_THAT(messages(), ElementsAre(HasSubstr("the other way round")));
}

}  // namespace
}  // namespace ebbflow::flow
