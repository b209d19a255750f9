// States by other names than the map's.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "film/state_names.hpp"
#include "support/film_fixture.hpp"

namespace ebbflow::film {
namespace {

using testing::ElementsAre;

geo::Area state(const char* id, const char* name) {
    geo::Area area;
    area.id = id;
    area.name.words.emplace_back("en", name);
    return area;
}

std::vector<std::string> taken(std::vector<std::string> highlight) {
    geo::World world{.projection = geo::Projection("+proj=eqc")};
    world.states.areas = {state("burma", "Burma"), state("ussr", "Soviet Union"),
                          state("iran", "Iran"), state("iran", "Iran")};
    scene::Map map;
    map.highlight = std::move(highlight);
    takeNamesOfTheMap(map, world);
    return map.highlight;
}

TEST(StateNames, OfTodayAndEarlierAreTheMaps) {
    EXPECT_THAT(taken({"burma", "Soviet Union"}), ElementsAre("burma", "Soviet Union"));
    EXPECT_THAT(taken({"Myanmar"}), ElementsAre("Burma", "burma"));
    EXPECT_THAT(taken({"USSR", "Persia"}), ElementsAre("Soviet Union", "ussr", "Iran", "iran"));
}

TEST(StateNames, WhatTheMapLacksStays) {
    EXPECT_THAT(taken({"Atlantis", "France"}), ElementsAre("Atlantis", "France"));
}

}  // namespace
}  // namespace ebbflow::film
