// Names of outputs that are likely a slip: nothing is written anywhere that was not meant.

#include <gmock/gmock.h>

#include "support/program.hpp"

namespace ebbflow::test {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Outputs : public ProgramTest {
protected:
    void SetUp() override {
        fs::copy(smallScene(), folder_ / "scene", fs::copy_options::recursive);
    }
    [[nodiscard]] Said render(const Arguments& more) const {
        Arguments arguments{"render", at("scene"), "--software", "--size", "96x54",
                            "--from", "0",         "--to",       "0.1"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return run(arguments);
    }
};

TEST_F(Outputs, WithoutLettersAreRefused) {
    const auto before = names();
    const Said said = render({"-o", ""});
    EXPECT_EQ(said.status, 2) << said.err;
    EXPECT_THAT(said.err, HasSubstr("-o"));
    EXPECT_EQ(names(), before);
}

TEST_F(Outputs, AreNoFolderWithOtherFilesUnlessForced) {
    const Said said = render({"-o", at("scene")});
    EXPECT_EQ(said.status, 1);
    EXPECT_THAT(said.err, AllOf(HasSubstr("other files"), HasSubstr("--force")));
    EXPECT_FALSE(fs::exists(folder_ / "scene/00000.png"));
    EXPECT_EQ(render({"-o", at("scene/%05d.png")}).status, 0) << "named, they are meant";
    EXPECT_EQ(render({"-o", at("scene"), "--force"}).status, 0);
    fs::create_directory(folder_ / "empty");
    EXPECT_EQ(render({"-o", at("empty")}).status, 0);
}

TEST_F(Outputs, WithTooLongNamesFailAsTheWorldDoes) {
    for (const std::string end : {".mp4", "%05d.png"}) {
        const Said said = render({"-o", at(std::string(300, 'a') + end)});
        EXPECT_EQ(said.status, 1);
        EXPECT_THAT(said.err, AllOf(HasSubstr("too long"), Not(HasSubstr("internal error"))));
    }
}

}  // namespace
}  // namespace ebbflow::test
