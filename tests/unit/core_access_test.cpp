// Where a scene may read: folders count by where they are, and so do links.

#include <filesystem>
#include <fstream>
#include <functional>

#include <sys/stat.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/access.hpp"
#include "support/video_fixture.hpp"

namespace ebbflow::core {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

class AccessTest : public testing::Test {
protected:
    void SetUp() override {
        for (const char* name : {"scene/data", "scene2", "shared"})
            fs::create_directories(folder_ / name);
        for (const char* name : {"scene/a.csv", "scene2/a.csv", "shared/a.csv"})
            std::ofstream(folder_ / name) << "x";
    }
    [[nodiscard]] std::string at(const std::string& name) const { return folder_ / name; }

    test::TemporaryFolder folder_;
    Access access_ = Access::within({folder_ / "scene"});
};

TEST_F(AccessTest, IsToTheFolderAndWhatLiesInIt) {
    for (const char* inside : {"scene", "scene/", "scene/a.csv", "scene/data/none.csv",
                               "scene/data/../a.csv", "scene2/../scene/a.csv"})
        EXPECT_TRUE(access_.mayRead(at(inside))) << inside;
    for (const char* outside : {"", "scene2/a.csv", "scene/../shared/a.csv", "scene/../scene2",
                                "scene/data/../../shared/none.csv"})
        EXPECT_FALSE(access_.mayRead(at(outside))) << outside;
    EXPECT_FALSE(access_.mayRead("/etc/passwd"));
    EXPECT_FALSE(access_.mayRead(""));
}

TEST_F(AccessTest, GoesByWhereLinksLead) {
    fs::create_symlink(at("shared/a.csv"), at("scene/link.csv"));
    fs::create_symlink(at("shared"), at("scene/link"));
    fs::create_symlink(at("scene"), at("entrance"));
    fs::create_symlink(at("scene/round"), at("scene/round"));
    EXPECT_FALSE(access_.mayRead(at("scene/link.csv")));
    EXPECT_FALSE(access_.mayRead(at("scene/link/a.csv")));
    EXPECT_FALSE(access_.mayRead(at("scene/round/a.csv")));
    EXPECT_TRUE(access_.mayRead(at("entrance/a.csv")));
    EXPECT_THAT(access_.refusal(at("scene/link.csv")),
                AllOf(HasSubstr("leads to " + fs::canonical(at("shared/a.csv")).string()),
                      HasSubstr("--allow " + fs::canonical(at("shared")).string())));
}

TEST_F(AccessTest, IsToFilesAloneWhateverIsPermitted) {
    ASSERT_EQ(mkfifo(at("scene/pipe.csv").c_str(), 0600), 0);
    Permissions permissions;
    permissions.trust = true;
    for (const Access& access : {access_, Access::within({}, permissions)})
        for (const std::string& path : {at("scene/pipe.csv"), std::string("/dev/zero")})
            EXPECT_THAT(access.refusal(path), HasSubstr("is a pipe or a device")) << path;
    EXPECT_EQ(access_.refusal(at("scene/data")), "");
}

TEST_F(AccessTest, GrowsByWhatTheUserPermits) {
    const auto with = [&](const std::function<void(Permissions&)>& permit) {
        Permissions permissions;
        permit(permissions);
        return Access::within({at("scene")}, permissions);
    };
    const auto shared = [&](Permissions& p) { p.allow = {at("shared")}; };
    const auto trust = [](Permissions& p) { p.trust = true; };
    const auto network = [](Permissions& p) { p.network = true; };
    EXPECT_TRUE(with(shared).mayRead(at("shared/a.csv")));
    EXPECT_FALSE(with(shared).mayRead(at("scene2/a.csv")));
    EXPECT_TRUE(with(trust).mayRead("/etc/passwd"));
    EXPECT_FALSE(with(trust).network);
    EXPECT_TRUE(with(network).network);
    EXPECT_FALSE(with(network).mayRead(at("shared/a.csv")));
    EXPECT_EQ(with([](Permissions&) {}).limits, Limits{});
    EXPECT_EQ(with([](Permissions& p) { p.noLimits = true; }).limits, Limits::none());
}

TEST_F(AccessTest, HoldsInTheFolderThatOneIsIn) {
    const fs::path before = fs::current_path();
    fs::current_path(at("scene"));
    const Access here = Access::within({"."});
    EXPECT_TRUE(here.mayRead("a.csv"));
    EXPECT_TRUE(here.mayRead("./data/b.csv"));
    EXPECT_FALSE(here.mayRead("../shared/a.csv"));
    fs::current_path(before);
}

}  // namespace
}  // namespace ebbflow::core
