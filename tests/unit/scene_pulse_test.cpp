// `pulse` of a step, as a script has it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scene/check_scene.hpp"
#include "unit/scene_support.hpp"

namespace ebbflow::scene::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string withPulse(const std::string& pulse) {
    return kScript + "    pulse: " + pulse + "\n";
}

TEST(ScenePulse, IsAWayOrAMapWithOne) {
    const auto pulseOf = [](const std::string& pulse) {
        return *sceneOf(withPulse(pulse)).chapters.front().steps.front().pulse;
    };
    const Pulse brief = pulseOf("[Moscow, Peking]");
    EXPECT_EQ(brief.places[0].name, "Moscow");
    EXPECT_EQ(brief.places[1].name, "Peking");
    EXPECT_EQ(brief.at.seconds(), 0);
    EXPECT_EQ(brief.length.seconds(), 1.2);
    const Pulse full = pulseOf("{way: [Moscow, {lat: 40, lon: 116}], at: 2, length: 0.8}");
    EXPECT_TRUE(full.places[1].position);
    EXPECT_EQ(full.at.seconds(), 2);
    EXPECT_EQ(full.length.seconds(), 0.8);
}

TEST(ScenePulse, SaysWhatCannotBe) {
    EXPECT_THAT(faultsOf(withPulse("[Moscow]")),
                ElementsAre(HasSubstr("from one place to another, such as `[Moscow, Peking]`; "
                                      "this has 1")));
    EXPECT_THAT(faultsOf(withPulse("{way: [Moscow, Peking, Harbin]}")),
                ElementsAre(HasSubstr("this has 3")));
    EXPECT_THAT(faultsOf(withPulse("{at: 2}")), ElementsAre(HasSubstr("needs its `way`")));
    EXPECT_THAT(faultsOf(withPulse("{way: [Moscow, Peking], length: 0.1}")),
                ElementsAre(HasSubstr("from 0.4 to 5 seconds; this is 0.1")));
}

TEST(ScenePulse, ArrivesWhileItsStepLasts) {
    const auto checked = [](const std::string& pulse) {
        core::Diagnostics diagnostics;
        const Scene scene = sceneOf(withPulse(pulse) + "    length: 4\n");
        checkInserts(
            scene, [](auto, auto) { return 0.0; }, diagnostics);
        return said(diagnostics);
    };
    EXPECT_THAT(checked("{way: [Moscow, Peking], at: 2.8}"), testing::IsEmpty());
    EXPECT_THAT(checked("{way: [Moscow, Peking], at: 2.9}"),
                ElementsAre(HasSubstr("arrives at 4.1 s, when its step of 4 s is over")));
}

}  // namespace
}  // namespace ebbflow::scene::test
