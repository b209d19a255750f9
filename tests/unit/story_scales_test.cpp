// Shots that are nearer than the map data carries.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "story/check_scales.hpp"
#include "support/film_fixture.hpp"

namespace ebbflow::story::test {
namespace {

using namespace ebbflow::test;

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// What is said of a film that looks at Peking so near, with `head` before its chapters.
std::string saidOf(const std::string& camera, const std::string& head = {}) {
    const auto film = filmOf("title: x\n" + head + R"(chapters:
  - id: near
    steps:
      - {date: 1950, show: [Moscow, Peking]}
      - {date: 1951, camera: )" +
                             camera + "}\n      - {date: 1952}\n");
    core::Diagnostics diagnostics;
    checkScales(*planOf(film), diagnostics);
    EXPECT_FALSE(diagnostics.hasErrors());
    return words(diagnostics);
}

TEST(Scales, AShotNearerThanALayerCarriesIsNamed) {
    const std::string said = saidOf("{center: Peking, width: 500 km}");
    // The atlas: land of 3.5 km, relief of 3.7; eight pixels of 1920.
    EXPECT_THAT(said, AllOf(HasSubstr("`near`, step 2: 500 km across 1920 pixels"),
                            HasSubstr("land from 840 km"), HasSubstr("relief from 890 km")));
    EXPECT_THAT(said, Not(HasSubstr("rail"))) << "schematic at any scale";
    EXPECT_EQ(std::ranges::count(said, '\n'), 1) << "once, not again while the camera stays";
    EXPECT_EQ(saidOf("{center: Peking, width: 1000 km}"), "");
}

TEST(Scales, GoByTheFilmsFrame) {
    EXPECT_EQ(saidOf("{center: Peking, width: 500 km}", "frame: {size: 960x540}\n"), "");
    EXPECT_THAT(saidOf("{center: Peking, width: 1500 km}", "frame: {size: 3840x2160}\n"),
                HasSubstr("land from 1680 km"));
}

TEST(Scales, TheNearestViewOfAFlightCounts) {
    EXPECT_THAT(saidOf("{path: [Irkutsk, {center: Peking, width: 500 km}, {center: Moscow, "
                       "width: 4000 km}], move: 9}"),
                HasSubstr("step 2: 500 km"));
}

TEST(Scales, DataOfOnesOwnSaysHowFineItIs) {
    const std::string layers = "map: {layers: {land: {file: my.gpkg, finest: 20 km}}}\n";
    EXPECT_THAT(saidOf("{center: Peking, width: 2000 km}", layers), HasSubstr("land from 4800 km"));
    EXPECT_EQ(saidOf("{center: Peking, width: 1000 km}", "map: {layers: {land: my.gpkg}}\n"), "")
        << "nothing is known of it";
}

}  // namespace
}  // namespace ebbflow::story::test
