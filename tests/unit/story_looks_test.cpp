// Looks of lights: the script's choices are the table's names, and each tells its kinds apart where
// hues are alike.

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scene/keys.hpp"
#include "story/kind_name.hpp"
#include "support/film_fixture.hpp"

namespace ebbflow::story::test {
namespace {

using namespace ebbflow::test;

TEST(LightLooks, AreTheChoicesOfTheScript) {
    std::vector<std::string> names;
    for (const picture::LightLook& look : picture::lightLooks()) names.emplace_back(look.name);
    const auto flow = std::ranges::find(scene::groups(), "flow", &scene::Group::id);
    ASSERT_NE(flow, scene::groups().end());
    const scene::Key* key = scene::findKey(**flow, "going");
    ASSERT_NE(key, nullptr);
    EXPECT_THAT(names, testing::ElementsAreArray(key->takes.choices));
}

TEST(LightLooks, HaveSignsOfTheirOwnInTheLegend) {
    std::vector<picture::LegendSign> signs{picture::lookNamed("").sign};
    for (const picture::LightLook& look : picture::lightLooks()) {
        EXPECT_EQ(std::ranges::find(signs, look.sign), signs.end()) << look.name;
        signs.push_back(look.sign);
    }
}

TEST(LightLooks, AreTheKindsOwnAndNotInherited) {
    const auto plan = planOf(filmOf(kFilm));
    const Kind* home = plan->lightPlan.findKind("home");
    const Kind* advisers = plan->lightPlan.findKind("advisers");
    ASSERT_TRUE(home != nullptr && advisers != nullptr);
    EXPECT_EQ(home->look.name, "home");
    EXPECT_EQ(advisers->look.name, "");
    EXPECT_EQ(home->look.colour, advisers->look.colour);
    EXPECT_NE(kindName(*plan, *home, "en"), kindName(*plan, *advisers, "en"));
}

}  // namespace
}  // namespace ebbflow::story::test
