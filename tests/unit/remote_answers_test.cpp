// What a film under way answers to whoever asks it, and from whom it takes commands.

#include <fstream>
#include <set>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "encode/png.hpp"
#include "remote/address.hpp"
#include "remote/answers.hpp"
#include "remote/health.hpp"
#include "remote/token.hpp"
#include "remote_fixture.hpp"
#include "support/video_fixture.hpp"

namespace ebbflow::remote {
namespace {

using testing::HasSubstr;
using testing::MatchesRegex;
using testing::StartsWith;

constexpr const char* kToken = "0123456789abcdef";

class RemoteAnswers : public testing::Test {
protected:
    [[nodiscard]] Answer get(const std::string& path) { return answers_.to({"GET", path, {}, {}}); }
    [[nodiscard]] Answer command(const std::string& text, const std::string& authorization) {
        return answers_.to({"POST", "/command", authorization, text});
    }

    test::PretendedShow film_;
    Answers answers_{kToken, film_.show()};
};

TEST_F(RemoteAnswers, HealthIsWhatThePlayerSaysOfItself) {
    film_.report.status.state = "waiting";
    film_.report.status.chapter = 3;
    film_.report.status.problem = "film.yaml:3: \"quoted\"\nand \xff no UTF-8";
    film_.report.uptime = 100;
    film_.report.at = 99.5;
    film_.report.drawnAt = 90;
    film_.report.missed = 7;
    const Answer answer = get("/health");
    EXPECT_EQ(answer.status, 200);
    const auto json = nlohmann::json::parse(answer.body);
    EXPECT_EQ(json["ok"], true);
    EXPECT_EQ(json["state"], "waiting");
    EXPECT_EQ(json["chapter"], 3);
    EXPECT_EQ(json["loop_age_seconds"], 0.5);
    EXPECT_EQ(json["picture_age_seconds"], 10);
    EXPECT_EQ(json["frames_missed"], 7);
    EXPECT_GT(json["resident_bytes"], 1'000'000);
}

TEST_F(RemoteAnswers, ALoopThatStandsIsIll) {
    film_.report.status.state = "playing";
    film_.report.uptime = 100;
    film_.report.at = 100 - kStuckSeconds - 1;
    const Answer answer = get("/health");
    EXPECT_EQ(answer.status, 503);
    EXPECT_EQ(nlohmann::json::parse(answer.body)["state"], "stuck");
    EXPECT_THAT(get("/metrics").body, HasSubstr("\nebbflow_up 0\n"));
}

TEST_F(RemoteAnswers, MetricsAreLinesThatPrometheusReads) {
    film_.report.uptime = 12.5;
    film_.report.drawn = 300;
    film_.report.renderer = "a \"GPU\" \\ of\nsome kind";
    const Answer answer = get("/metrics");
    EXPECT_THAT(answer.type, StartsWith("text/plain; version=0.0.4"));
    EXPECT_THAT(answer.body, HasSubstr("\nebbflow_pictures_drawn_total 300\n"));
    EXPECT_THAT(answer.body, HasSubstr("renderer=\"a \\\"GPU\\\" \\\\ of some kind\"} 1\n"));
    std::istringstream lines(answer.body);
    std::set<std::string> helped, typed;
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string sign, kind, name;
        words >> sign;
        if (sign == "#") {
            words >> kind >> name;
            EXPECT_TRUE((kind == "HELP" ? helped : typed).insert(name).second) << line;
        } else {
            const std::string metric = sign.substr(0, sign.find('{'));
            EXPECT_TRUE(typed.contains(metric) && helped.contains(metric)) << line;
            EXPECT_THAT(line, MatchesRegex("ebbflow_[a-z_]+(\\{.*\\})? [0-9.e+-]+"));
        }
    }
    EXPECT_GT(typed.size(), 10u);
}

TEST_F(RemoteAnswers, ThePictureIsThatOfTheWindowAndIsTakenNoOftenerThanItHasTo) {
    const Answer answer = get("/screen.png");
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.type, "image/png");
    const ebbflow::test::TemporaryFolder folder;
    std::ofstream(folder / "a.png", std::ios::binary) << answer.body;
    const core::Image image = encode::readPng(folder / "a.png");
    EXPECT_EQ(image.width, 4);
    EXPECT_EQ(image.height, 2);
    EXPECT_EQ(image.pixel(3, 1)[0], 200);
    for (int i = 0; i < 20; ++i) EXPECT_EQ(get("/screen.png").body, answer.body);
    EXPECT_LT(film_.pictures(), 10);
}

TEST_F(RemoteAnswers, AWindowThatDoesNotDrawIsSaid) {
    film_.draws = false;
    EXPECT_EQ(get("/screen.png").status, 503);
}

TEST_F(RemoteAnswers, NothingIsChangedWithoutTheToken) {
    const std::string token = kToken;
    for (const std::string& wrong : std::vector<std::string>{
             "", token, "Bearer", "Bearer ", "Bearer " + token + "0", "Bearer " + token.substr(1),
             "Bearer 0123456789abcdeF", "bearer " + token, "Basic " + token, "Bearer  " + token})
        EXPECT_EQ(command("next", wrong).status, 401) << wrong;
    EXPECT_EQ(film_.commands(), 0u);
    EXPECT_EQ(command("next", "Bearer " + token).status, 202);
    EXPECT_EQ(film_.commands(), 1u);
}

TEST_F(RemoteAnswers, WhatIsNoCommandIsToldInWords) {
    const Answer answer = command("nxet", std::string("Bearer ") + kToken);
    EXPECT_EQ(answer.status, 400);
    EXPECT_THAT(answer.body, HasSubstr("`nxet`"));
    EXPECT_EQ(film_.commands(), 0u);
}

TEST_F(RemoteAnswers, ThereAreNoOtherPlacesAndNoOtherMethods) {
    for (const char* path : {"/", "", "/etc/passwd", "/../film.yaml", "/health/", "/health/..",
                             "//health", "/HEALTH", "/screen.png/..%2f..%2fetc/passwd"})
        EXPECT_EQ(get(path).status, 404) << path;
    for (const char* method : {"POST", "PUT", "DELETE", "TRACE", "OPTIONS", ""}) {
        const Answer answer = answers_.to({method, "/health", {}, {}});
        EXPECT_EQ(answer.status, 405) << method;
        EXPECT_EQ(answer.allow, "GET, HEAD");
    }
    EXPECT_EQ(get("/command").status, 405);
}

TEST(Token, IsNeverTheSame) {
    std::set<std::string> tokens;
    for (int i = 0; i < 1000; ++i) tokens.insert(freshToken());
    EXPECT_EQ(tokens.size(), 1000u);
    EXPECT_THAT(freshToken(), MatchesRegex("[0-9a-f]{32}"));
    EXPECT_FALSE(sameToken("", "a"));
    EXPECT_FALSE(sameToken("a", ""));
    EXPECT_FALSE(sameToken("aa", "a"));
}

TEST(RemoteAddress, IsAPortOrAnAddressInFigures) {
    EXPECT_EQ(addressNamed("8080")->text(), "127.0.0.1:8080");
    EXPECT_EQ(addressNamed(":8080")->text(), "127.0.0.1:8080");
    EXPECT_EQ(addressNamed("0.0.0.0:80")->text(), "0.0.0.0:80");
    EXPECT_EQ(addressNamed("[::1]:9")->text(), "[::1]:9");
    EXPECT_TRUE(addressNamed("[::1]:9")->isLoopback());
    EXPECT_FALSE(addressNamed("0.0.0.0:80")->isLoopback());
    for (const char* wrong : {"", ":", "a", "65536", "-1", "80 ", "localhost:80", "1.2.3:80",
                              "::1:80", "[::1]", "1.2.3.4:", "[1.2.3.4]:80", "http://1.2.3.4:80"})
        EXPECT_FALSE(addressNamed(wrong)) << wrong;
}

TEST(RemoteAddress, IsToldAsAnotherMachineReachesIt) {
    EXPECT_EQ(reachedAt({"127.0.0.1", 8}).text(), "127.0.0.1:8");
    EXPECT_EQ(reachedAt({"192.0.2.7", 8}).text(), "192.0.2.7:8");
    const std::string everywhere = reachedAt({"0.0.0.0", 8}).text();
    EXPECT_TRUE(addressNamed(everywhere)) << everywhere;
    EXPECT_THAT(everywhere, testing::Not(StartsWith("0.0.0.0")));
    EXPECT_TRUE(addressNamed(reachedAt({"::", 8}).text()));
}

}  // namespace
}  // namespace ebbflow::remote
