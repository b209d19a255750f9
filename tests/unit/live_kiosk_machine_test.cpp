// What `ebbflow kiosk` writes for a machine.

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.hpp"
#include "core/whole_file.hpp"
#include "live/kiosk_machine.hpp"
#include "support/video_fixture.hpp"

namespace ebbflow::live {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

TEST(KioskMachine, NamesWhatItWasToldAndLeavesNoGap) {
    const test::TemporaryFolder folder;
    const auto written =
        writeKioskMachine((folder / "kiosk").string(), {.scene = "/srv/films/current/film.yaml",
                                                        .user = "hall2",
                                                        .folder = "/var/lib/hall2",
                                                        .program = "/opt/ebbflow/bin/ebbflow",
                                                        .monitor = 1});
    ASSERT_EQ(written.size(), 3U);
    for (const std::string& path : written)
        EXPECT_THAT(core::readWhole(path), Not(testing::ContainsRegex("@[A-Z]+@"))) << path;
    const std::string unit = core::readWhole(folder / "kiosk/ebbflow-kiosk.service");
    for (const char* line : {"User=hall2\n", "WorkingDirectory=/var/lib/hall2\n", "Type=notify\n",
                             "NotifyAccess=all\n", "WatchdogSec=60\n", "Restart=always\n"})
        EXPECT_THAT(unit, HasSubstr(line));
    EXPECT_THAT(unit, HasSubstr("xinit " + (folder / "kiosk/kiosk-session").string() + " -- "));
    const std::string session = core::readWhole(folder / "kiosk/kiosk-session");
    EXPECT_THAT(session, HasSubstr("/opt/ebbflow/bin/ebbflow play '/srv/films/current/film.yaml' "
                                   "--kiosk --monitor 1 --watch --folder '/var/lib/hall2'"));
    const auto allowed = fs::status(folder / "kiosk/kiosk-session").permissions();
    EXPECT_NE(allowed & fs::perms::owner_exec, fs::perms::none);
    EXPECT_EQ(fs::status(folder / "kiosk/INSTALL.md").permissions() & fs::perms::owner_exec,
              fs::perms::none);
}

TEST(KioskMachine, NeverWritesOverWhatIsThere) {
    const test::TemporaryFolder folder;
    (void)writeKioskMachine(folder.path().string(), {});
    EXPECT_THROW((void)writeKioskMachine(folder.path().string(), {}), core::Failure);
    fs::remove(folder / "INSTALL.md");
    EXPECT_THROW((void)writeKioskMachine(folder.path().string(), {}), core::Failure);
    EXPECT_FALSE(fs::exists(folder / "INSTALL.md")) << "all or nothing";
}

TEST(KioskMachine, NamesThatAShellWouldTakeApartAreRefused) {
    const test::TemporaryFolder folder;
    for (const char* bad :
         {"/srv/my film.yaml", "/srv/it's.yaml", "/srv/$(id).yaml", "", "/srv/%h"})
        EXPECT_THROW((void)writeKioskMachine((folder / "k").string(), {.scene = bad}),
                     std::invalid_argument)
            << bad;
    EXPECT_FALSE(fs::exists(folder / "k"));
}

}  // namespace
}  // namespace ebbflow::live
