// A film in a window as a monitor, a technician's script and systemd see it.

#include <algorithm>
#include <csignal>
#include <fstream>

#include <gmock/gmock.h>

#include "core/whole_file.hpp"
#include "e2e/window_served.hpp"
#include "encode/png.hpp"
#include "support/service_manager.hpp"

namespace ebbflow::test {
namespace {

using testing::ContainsRegex;
using testing::StartsWith;

class RemoteWindow : public ServedWindow {};

TEST_F(RemoteWindow, TellsHowItIsAndShowsWhatItShows) {
    serve(smallScene(), {"--paused", "--from", "2", "--size", "640x360"});
    const nlohmann::json health = json("/health");
    EXPECT_EQ(health["state"], "paused");
    EXPECT_EQ(health["time"], 2.0);
    EXPECT_EQ(health["pid"], std::stoi(status().at("pid")));
    EXPECT_EQ(health["picture"]["width"], 640);
    EXPECT_THAT(httpGet(port_, "/metrics"), ContainsRegex("ebbflow_film_time_seconds 2\n"));
    std::ofstream(folder_ / "screen.png", std::ios::binary)
        << bodyOf(httpGet(port_, "/screen.png"));
    const core::Image screen = encode::readPng(folder_ / "screen.png");
    const core::Image expected = still(smallScene(), "2", "640x360");
    EXPECT_EQ(screen.width, 640);
    EXPECT_TRUE(screen.rgba == expected.rgba);
}

TEST_F(RemoteWindow, ObeysWhoHasTheToken) {
    serve(smallScene(), {"--paused", "--from", "2", "--size", "320x180"});
    EXPECT_THAT(command("seek 1", "fedcba9876543210"), StartsWith("HTTP/1.1 401"));
    EXPECT_THAT(command("seek nowhere"), StartsWith("HTTP/1.1 400"));
    EXPECT_EQ(status().at("time"), "2.000");
    EXPECT_THAT(command("seek 1"), StartsWith("HTTP/1.1 202"));
    EXPECT_TRUE(becomes("time", "1.000"));
    EXPECT_THAT(command("pause"), StartsWith("HTTP/1.1 202"));
    EXPECT_TRUE(becomes("state", "playing"));
    EXPECT_THAT(command("quit"), StartsWith("HTTP/1.1 202"));
    EXPECT_EQ(program_->wait(30), 0);
}

TEST_F(RemoteWindow, ObeysShowControl) {
    play(smallScene(), {"--paused", "--from", "2", "--size", "320x180", "--osc", "0"});
    const std::string said = output(), start = "listening to OSC at 127.0.0.1:";
    const std::size_t at = said.find(start);
    ASSERT_NE(at, std::string::npos) << said;
    const std::string port = std::to_string(std::atoi(said.c_str() + at + start.size()));
    const auto send = [&](const std::vector<std::string>& words) {
        Launch launch;
        launch.command = {"oscsend", "localhost", port};
        launch.command.insert(launch.command.end(), words.begin(), words.end());
        EXPECT_EQ(runToEnd(launch, 20), 0);
    };
    send({"/ebbflow/seek", "f", "1"});
    EXPECT_TRUE(becomes("time", "1.000"));
    send({"/ebbflow/chapter", "i", "2"});
    EXPECT_TRUE(becomes("chapter", "2"));
    send({"/ebbflow/black"});
    EXPECT_TRUE(becomes("black", "yes"));
}

TEST_F(RemoteWindow, AProgramThatStandsGivesNoSignOfLife) {
    const ServiceManager manager;
    manager.setWatchdog(1);
    play(smallScene(), {"--kiosk", "--folder", folder_});
    std::vector<std::string> told;
    const auto comes = [&](const std::string& word) {
        return eventually(
            [&] {
                told = manager.told();
                return std::ranges::any_of(
                    told, [&](const std::string& one) { return one.starts_with(word); });
            },
            20);
    };
    EXPECT_TRUE(comes("READY=1"));
    EXPECT_TRUE(comes("WATCHDOG=1\nSTATUS=playing"));
    program_->signal(SIGSTOP);
    ASSERT_TRUE(eventually([&] { return manager.told().empty(); }, 5));
    EXPECT_FALSE(eventually([&] { return !manager.told().empty(); }, 2));
    program_->signal(SIGCONT);
    EXPECT_TRUE(comes("WATCHDOG=1"));
    program_->signal(SIGTERM);
    EXPECT_TRUE(comes("STOPPING=1"));
    EXPECT_EQ(program_->wait(30), 0);
}

/// The session that `ebbflow kiosk` wrote, as its unit would have the X server run it.
TEST_F(RemoteWindow, TheSessionOfAKioskAnswersItsUnit) {
    const ServiceManager manager;
    manager.setWatchdog(1);
    // That is the process which systemd started: not the player.
    ::setenv("WATCHDOG_PID", "1", 1);
    const std::filesystem::path kiosk = folder_ / "kiosk", state = folder_ / "state";
    std::filesystem::create_directory(state);
    ASSERT_EQ(runToEnd({.command = {EBBFLOW_PROGRAM, "kiosk", kiosk.string(), "--scene",
                                    smallScene(), "--folder", state.string()},
                        .environment = {},
                        .without = {},
                        .output = folder_ / "written",
                        .errors = folder_ / "output",
                        .folder = {},
                        .disk = {}},
                       30),
              0)
        << output();
    program_ = std::make_unique<Process>(
        Launch{.command = {(kiosk / "kiosk-session").string()},
               .environment = {{"DISPLAY", display_->name()}, {"LIBGL_ALWAYS_SOFTWARE", "1"}},
               .without = {"WAYLAND_DISPLAY"},
               .output = folder_ / "output",
               .errors = folder_ / "output",
               .folder = state,
               .disk = {}});
    std::vector<std::string> told;
    const auto comes = [&](const std::string& word) {
        return eventually(
            [&] {
                const auto more = manager.told();
                told.insert(told.end(), more.begin(), more.end());
                return std::ranges::any_of(
                    told, [&](const std::string& one) { return one.starts_with(word); });
            },
            60);
    };
    EXPECT_TRUE(comes("READY=1")) << output();
    EXPECT_TRUE(comes("WATCHDOG=1"));
    ::unsetenv("WATCHDOG_PID");
    for (const char* name : {"status", "show.log", "counts.csv"})
        EXPECT_TRUE(eventually([&] { return std::filesystem::exists(state / name); }, 30)) << name;
    const std::string status = core::readWhole(state / "status");
    const auto at = status.find("pid=");
    ASSERT_NE(at, std::string::npos);
    ASSERT_EQ(::kill(std::stoi(status.substr(at + 4)), SIGTERM), 0);
    EXPECT_EQ(program_->wait(30), 0) << "the player's own status is handed on";
}

}  // namespace
}  // namespace ebbflow::test
