// `presence` of a step, as a script has it: what is read, and what is said to what cannot be.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scene/check_scene.hpp"
#include "unit/scene_support.hpp"

namespace ebbflow::scene::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string withPresence(const std::string& presence) {
    return kScript + "    presence: " + presence + "\n";
}

const Presence& presenceOf(const Scene& scene, std::size_t index = 0) {
    return scene.chapters.front().steps.front().presence.at(index);
}

TEST(ScenePresence, AreLightsThatLeaveOrArriveOrAFigure) {
    const Scene scene = sceneOf(withPresence(
        "[{kind: students}, {kind: students, who: arrived}, {kind: students, figure: here, at: "
        "Peking, each: 10}]"));
    EXPECT_EQ(presenceOf(scene, 0).who, Presence::Who::leaving);
    EXPECT_EQ(presenceOf(scene, 1).who, Presence::Who::arrived);
    EXPECT_EQ(presenceOf(scene, 2).who, Presence::Who::counted);
    EXPECT_EQ(presenceOf(scene, 2).figure, "here");
    EXPECT_EQ(presenceOf(scene, 2).at->name, "Peking");
    EXPECT_EQ(presenceOf(scene, 2).each, 10);
}

TEST(ScenePresence, TheSameEntryIsTheSameWhereverItStands) {
    const Scene scene = sceneOf(withPresence(
        "[{kind: students, figure: here, at: Peking}, {kind: students,  figure: here, at: Peking}, "
        "{kind: students, figure: here, at: Moscow}]"));
    EXPECT_TRUE(presenceOf(scene, 0).sameAs(presenceOf(scene, 1)));
    EXPECT_FALSE(presenceOf(scene, 0).sameAs(presenceOf(scene, 2)));
}

TEST(ScenePresence, SaysWhatCannotBe) {
    EXPECT_THAT(faultsOf(withPresence("{kind: students, each: 10}")),
                ElementsAre(HasSubstr("`each` goes with a `figure`")));
    EXPECT_THAT(faultsOf(withPresence("{kind: students, at: Peking}")),
                ElementsAre(HasSubstr("`at` goes with a `figure`")));
    EXPECT_THAT(faultsOf(withPresence("{kind: students, figure: here}")),
                ElementsAre(HasSubstr("needs `at`: the place of its dots")));
    EXPECT_THAT(faultsOf(withPresence("{kind: students, figure: here, at: Peking, who: arrived}")),
                ElementsAre(HasSubstr("takes one of the two")));
    EXPECT_THAT(faultsOf(withPresence("{who: arrived}")),
                ElementsAre(HasSubstr("`presence` needs its `kind`")));
    EXPECT_THAT(faultsOf(withPresence("{kind: students, who: everybody}")),
                ElementsAre(HasSubstr("leaving")));
}

TEST(ScenePresence, NamesKindsAndFiguresThatThereAre) {
    core::Diagnostics diagnostics;
    const Scene scene =
        sceneOf(withPresence("[{kind: studnets}, {kind: students, figure: heere, at: Peking}]"));
    checkNames(scene, {{"students"}, {"here"}, {}}, diagnostics);
    EXPECT_THAT(
        said(diagnostics),
        ElementsAre(AllOf(HasSubstr("`studnets` is no kind of movement"), HasSubstr("students")),
                    AllOf(HasSubstr("`heere` is no id of `figures`"), HasSubstr("here"))));
}

}  // namespace
}  // namespace ebbflow::scene::test
