// Films of years whose states the atlas does not know.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "film/check_states_known.hpp"
#include "support/film_fixture.hpp"

namespace ebbflow::film {
namespace {

using testing::AllOf;
using testing::HasSubstr;

class StatesKnown : public testing::Test {
protected:
    /// A film of one chapter for each of the dates, under a key of `map`.
    Film filmOf(const std::vector<std::string>& dates, const std::string& map = "") {
        std::ofstream script(folder_ / "film.yaml");
        script << "title: Film\n" << map << "chapters:\n";
        for (const std::string& date : dates)
            script << "  - date: " << date << "\n    show: [Warsaw, Moscow]\n";
        script.close();
        core::Diagnostics diagnostics;
        const story::LoadOptions options{EBBFLOW_SOURCE_DIR "/geodata", {}, true, {}};
        auto film = story::loadFilm(folder_ / "film.yaml", options, diagnostics);
        if (!film || diagnostics.hasErrors()) throw std::runtime_error(test::words(diagnostics));
        return std::move(*film);
    }
    static std::string saidOf(const Film& film) {
        core::Diagnostics diagnostics;
        checkStatesKnown(film, diagnostics);
        return test::words(diagnostics);
    }
    /// What stands on a day: states, borders, and names of states.
    static std::array<std::ptrdiff_t, 3> thereOn(const Film& film, core::Day day) {
        const auto there = [day](const auto& thing) { return thing.valid.covers(day); };
        const auto named = [&](const geo::MapName& name) {
            return name.kind == "state" && there(name);
        };
        return {std::ranges::count_if(film.world->states.areas, there),
                std::ranges::count_if(film.world->borders.lines, there),
                std::ranges::count_if(film.world->names, named)};
    }
    static core::Day dayOf(int year, int month, int day) { return core::toDay({year, month, day}); }

    test::TemporaryFolder folder_;
};

TEST_F(StatesKnown, AFilmOfOtherYearsIsToldSoOnce) {
    EXPECT_EQ(saidOf(filmOf({"1921", "1953", "1966"})), "");
    const std::string said = saidOf(filmOf({"1953", "1960/1970", "2020"}));
    EXPECT_THAT(said, AllOf(HasSubstr("film.yaml:5:"), HasSubstr("warning: "),
                            HasSubstr("from 1921-01-01 to 1966-12-31"), HasSubstr("`1960/1970`")));
    EXPECT_EQ(std::ranges::count(said, '\n'), 1);
    EXPECT_THAT(saidOf(filmOf({"1502"})), HasSubstr("`1502`"));
}

TEST_F(StatesKnown, OutsideOfThemNoStateStandsNorIsNamed) {
    const Film film = filmOf({"1502", "2020"});
    for (const core::Day day :
         {dayOf(1502, 1, 1), dayOf(1920, 12, 31), dayOf(1967, 1, 1), dayOf(2020, 6, 1)}) {
        EXPECT_THAT(thereOn(film, day), testing::Each(0)) << core::toString(day);
    }
    for (const core::Day day : {dayOf(1921, 1, 1), dayOf(1966, 12, 31)})
        EXPECT_THAT(thereOn(film, day), testing::Each(testing::Gt(10))) << core::toString(day);
}

TEST_F(StatesKnown, TheScriptMayLetThemStandOrSayThatItIsMeantSo) {
    const Film shown = filmOf({"1502", "2020"}, "map: {outside: show}\n");
    EXPECT_EQ(saidOf(shown), "");
    EXPECT_EQ(thereOn(shown, dayOf(1502, 1, 1)), thereOn(shown, dayOf(1921, 1, 1)));
    EXPECT_EQ(thereOn(shown, dayOf(2020, 1, 1)), thereOn(shown, dayOf(1966, 12, 31)));
    const Film hidden = filmOf({"1502"}, "map: {outside: hide}\n");
    EXPECT_EQ(saidOf(hidden), "");
    EXPECT_THAT(thereOn(hidden, dayOf(1502, 1, 1)), testing::Each(0));
}

TEST_F(StatesKnown, StatesOfTheScriptsOwnAreItsOwnAffair) {
    std::ofstream(folder_ / "own.geojson")
        << R"({"type":"Feature","properties":{"id":"x","name":"X"},"geometry":{"type":"Polygon","coordinates":[[[20,50],[40,50],[40,60],[20,50]]]}})";
    const Film film = filmOf({"1502"}, "map: {layers: {states: own.geojson}}\n");
    EXPECT_EQ(saidOf(film), "");
    EXPECT_EQ(thereOn(film, dayOf(1502, 1, 1))[0], 1);
}

}  // namespace
}  // namespace ebbflow::film
