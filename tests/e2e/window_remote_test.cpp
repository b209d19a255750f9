// A film in a window as a monitor, a technician's script and systemd see it.

#include <algorithm>
#include <csignal>
#include <fstream>

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "e2e/window_show.hpp"
#include "encode/png.hpp"
#include "support/http_client.hpp"
#include "support/service_manager.hpp"

namespace ebbflow::test {
namespace {

using testing::ContainsRegex;
using testing::StartsWith;

class RemoteWindow : public WindowTest {
protected:
    void serve(std::vector<std::string> options) {
        std::ofstream(folder_ / "token") << "0123456789abcdef\n";
        options.insert(options.end(), {"--http", "0", "--http-token", folder_ / "token"});
        play(smallScene(), options);
        const std::string said = output();
        const std::string start = "serving http://127.0.0.1:";
        const std::size_t at = said.find(start);
        ASSERT_NE(at, std::string::npos) << said;
        port_ = std::atoi(said.c_str() + at + start.size());
    }
    [[nodiscard]] nlohmann::json health() const {
        return nlohmann::json::parse(bodyOf(httpGet(port_, "/health")));
    }
    [[nodiscard]] std::string command(const std::string& text, const std::string& token) const {
        return httpPost(port_, "/command", text, "Authorization: Bearer " + token + "\r\n");
    }

    int port_ = 0;
};

TEST_F(RemoteWindow, TellsHowItIsAndShowsWhatItShows) {
    serve({"--paused", "--from", "2", "--size", "640x360"});
    const nlohmann::json json = health();
    EXPECT_EQ(json["state"], "paused");
    EXPECT_EQ(json["time"], 2.0);
    EXPECT_EQ(json["pid"], std::stoi(status().at("pid")));
    EXPECT_EQ(json["picture"]["width"], 640);
    EXPECT_THAT(httpGet(port_, "/metrics"), ContainsRegex("ebbflow_film_time_seconds 2\n"));
    std::ofstream(folder_ / "screen.png", std::ios::binary)
        << bodyOf(httpGet(port_, "/screen.png"));
    const core::Image screen = encode::readPng(folder_ / "screen.png");
    const core::Image expected = still(smallScene(), "2", "640x360");
    EXPECT_EQ(screen.width, 640);
    EXPECT_TRUE(screen.rgba == expected.rgba);
}

TEST_F(RemoteWindow, ObeysWhoHasTheToken) {
    serve({"--paused", "--from", "2", "--size", "320x180"});
    EXPECT_THAT(command("seek 1", "fedcba9876543210"), StartsWith("HTTP/1.1 401"));
    EXPECT_THAT(command("seek nowhere", "0123456789abcdef"), StartsWith("HTTP/1.1 400"));
    EXPECT_EQ(status().at("time"), "2.000");
    EXPECT_THAT(command("seek 1", "0123456789abcdef"), StartsWith("HTTP/1.1 202"));
    EXPECT_TRUE(becomes("time", "1.000"));
    EXPECT_THAT(command("pause", "0123456789abcdef"), StartsWith("HTTP/1.1 202"));
    EXPECT_TRUE(becomes("state", "playing"));
    EXPECT_THAT(command("quit", "0123456789abcdef"), StartsWith("HTTP/1.1 202"));
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

}  // namespace
}  // namespace ebbflow::test
