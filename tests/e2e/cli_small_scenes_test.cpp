// The small scenes that go with the program: they check without a word, balance, and show
// something.

#include <gmock/gmock.h>

#include "support/program.hpp"

namespace ebbflow::test {
namespace {

using testing::HasSubstr;

class SmallScenes : public ProgramTest, public testing::WithParamInterface<const char*> {
protected:
    [[nodiscard]] static std::string scene() {
        return EBBFLOW_SOURCE_DIR "/scenes/" + std::string(GetParam());
    }
};

TEST_P(SmallScenes, CheckWithoutAWord) {
    const Said checked = run({"check", scene()});
    EXPECT_EQ(checked.status, 0);
    EXPECT_EQ(checked.err, "");
}

TEST_P(SmallScenes, Balance) {
    const Said audit = run({"audit", scene()});
    EXPECT_EQ(audit.status, 0) << audit.err;
    EXPECT_THAT(audit.out, HasSubstr("\nbalances to the unit\n"));
}

TEST_P(SmallScenes, ShowLightsThatMove) {
    const Arguments plain{"--size", "320x180", "--textless"};
    const core::Image before = still(scene(), "6", plain), after = still(scene(), "6.4", plain);
    ASSERT_EQ(before.width, 320);
    EXPECT_NE(before.rgba, after.rgba);
}

INSTANTIATE_TEST_SUITE_P(All, SmallScenes, testing::Values("gravity-example", "south-pole"),
                         [](const auto& scene) {
                             std::string name = scene.param;
                             std::erase(name, '-');
                             return name;
                         });

}  // namespace
}  // namespace ebbflow::test
