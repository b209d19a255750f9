// A talk with a presenter's console, as a phone's browser sees it: the page, what it reads, and the
// film that it steers.

#include <gmock/gmock.h>

#include <cmath>
#include <csignal>
#include <filesystem>
#include <sstream>

#include "e2e/window_served.hpp"
#include "encode/png.hpp"

namespace ebbflow::test {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string talkScene() {
    return EBBFLOW_SOURCE_DIR "/templates/talk";
}

class ConsoleWindow : public ServedWindow {
protected:
    void present(const std::string& size = "640x360") {
        serve(talkScene(), {"--presenter", "--paused", "--silent", "--size", size});
    }
    [[nodiscard]] core::Image picture(const std::string& path) const {
        std::ofstream(folder_ / "got.png", std::ios::binary) << bodyOf(get(path));
        return encode::readPng(folder_ / "got.png");
    }
    /// Whether the console's state says so after a while.
    [[nodiscard]] bool says(const std::string& key, const nlohmann::json& value) const {
        return eventually([&] { return json("/console/state")[key] == value; }, 60);
    }
};

TEST_F(ConsoleWindow, ServesThePageAndItsCommandsMoveTheShow) {
    present();
    EXPECT_THAT(output(), HasSubstr("the presenter's console: http://127.0.0.1:"));
    EXPECT_THAT(output(), Not(HasSubstr(kToken))) << "a token of one's own is not told";
    EXPECT_THAT(httpGet(port_, "/console"), HasSubstr("<script src=\"/console.js\""));
    EXPECT_THAT(httpGet(port_, "/console/state"), StartsWith("HTTP/1.1 401 "));
    const nlohmann::json film = json("/console/film");
    EXPECT_EQ(film["steps"][0]["notes"][0], "Wait until all have sat down.");
    EXPECT_TRUE(says("next", "begin"));
    EXPECT_EQ(json("/console/state")["elapsed"], 0);
    EXPECT_THAT(command("next", "fedcba9876543210"), StartsWith("HTTP/1.1 401 "));
    EXPECT_EQ(status().at("state"), "paused");
    EXPECT_THAT(command("next"), StartsWith("HTTP/1.1 202 "));
    EXPECT_TRUE(becomes("state", "playing"));
    EXPECT_THAT(command("next"), StartsWith("HTTP/1.1 202 "));
    EXPECT_TRUE(becomes("state", "waiting"));
    EXPECT_TRUE(says("next", "go_on"));
    EXPECT_GT(json("/console/state")["elapsed"], 0);
    EXPECT_THAT(command("next"), StartsWith("HTTP/1.1 202 "));
    EXPECT_TRUE(becomes("chapter", "2"));
    EXPECT_TRUE(says("step", 1));
    EXPECT_THAT(command("chapter 4"), StartsWith("HTTP/1.1 202 "));
    EXPECT_TRUE(says("step", 4));
    EXPECT_THAT(command("black"), StartsWith("HTTP/1.1 202 "));
    EXPECT_TRUE(becomes("black", "yes"));
}

TEST_F(ConsoleWindow, PicturesOfStepsAreMadeBesideTheShow) {
    present();
    const std::string shown = json("/console/film")["number"].dump();
    const auto comes = [&](const std::string& step) {
        return eventually(
            [&] {
                return get("/console/step/" + shown + "/" + step + ".png")
                    .starts_with("HTTP/1.1 200 ");
            },
            60);
    };
    EXPECT_TRUE(comes("2"));
    const nlohmann::json before = json("/health");
    EXPECT_TRUE(comes("1"));
    // What the audience sees is not drawn anew for it.
    EXPECT_EQ(json("/health")["pictures_drawn"], before["pictures_drawn"]);
    const double end = json("/console/film")["steps"][1]["end"];
    const core::Image still = this->still(talkScene(), std::to_string(end - 0.001), "480x270");
    const core::Image made = picture("/console/step/" + shown + "/1.png");
    ASSERT_EQ(made.width, 480);
    double off = 0;
    for (std::size_t i = 0; i < made.rgba.size(); ++i)
        off += std::abs(made.rgba[i] - still.rgba[i]);
    EXPECT_LT(off / static_cast<double>(made.rgba.size()), 0.2) << "a frame's length apart at most";
}

/// Mean of what is red more than it is green, within a box of a picture.
double redIn(const core::Image& image, int left, int top, int side) {
    double sum = 0;
    for (int y = top; y < top + side; ++y)
        for (int x = left; x < left + side; ++x)
            sum += std::max(0, image.pixel(x, y)[0] - image.pixel(x, y)[1]);
    return sum / side / side;
}

TEST_F(ConsoleWindow, ADotPointsWhereTheFingerIsAndGoes) {
    present();
    ASSERT_TRUE(eventually([&] { return display_->window().has_value(); }, 30));
    // A quarter across and down, then three quarters and half; the dot is eight pixels wide here.
    const auto first = [&] { return redIn(display_->window().value(), 157, 87, 6); };
    const auto second = [&] { return redIn(display_->window().value(), 477, 177, 6); };
    // Said again and again, as the page does for as long as the finger is there.
    const auto points = [&](const std::string& where, const std::function<double()>& red) {
        return eventually(
            [&] {
                EXPECT_THAT(command("laser " + where), StartsWith("HTTP/1.1 202 "));
                return red() > 120;
            },
            60);
    };
    ASSERT_LT(first(), 60);
    EXPECT_TRUE(points("0.25 0.25", first));
    EXPECT_TRUE(points("0.75 0.5", second));
    EXPECT_LT(first(), 60);
    EXPECT_THAT(command("laser off"), StartsWith("HTTP/1.1 202 "));
    EXPECT_TRUE(eventually([&] { return second() < 60; }, 30));
    EXPECT_TRUE(points("0.25 0.25", first));
    EXPECT_TRUE(eventually([&] { return first() < 60; }, 30)) << "nothing is heard of it";
    EXPECT_TRUE(windowShows(still(talkScene(), "0", "640x360")));
}

TEST_F(ConsoleWindow, ARehearsalIsWrittenDownAndTheTalkHeldAgainstIt) {
    const std::filesystem::path file = folder_ / "rehearsal.csv";
    serve(talkScene(), {"--presenter", "--paused", "--silent", "--size", "320x180", "--rehearse",
                        file.string()});
    EXPECT_TRUE(json("/console/state")["behind"].is_null());
    for (const char* step : {"1", "2"}) {
        EXPECT_THAT(command("next"), StartsWith("HTTP/1.1 202 "));
        EXPECT_TRUE(becomes("state", "playing"));
        EXPECT_THAT(command("next"), StartsWith("HTTP/1.1 202 "));
        EXPECT_TRUE(becomes("state", "waiting"));
        EXPECT_EQ(status().at("chapter"), step);
    }
    ASSERT_TRUE(eventually([&] { return std::filesystem::exists(file); }, 30)) << "at each step";
    EXPECT_THAT(readText(file), HasSubstr("1,1,"));
    const double elapsed = json("/console/state")["elapsed"];
    program_->signal(SIGTERM);
    ASSERT_EQ(program_->wait(30), 0);
    std::istringstream rows(readText(file));
    double sum = 0;
    int count = 0;
    for (std::string row; std::getline(rows, row); ++count) {
        const std::size_t comma = row.find(',', row.find(',') + 1);
        if (count > 0) sum += std::stod(row.substr(comma + 1));
    }
    EXPECT_EQ(count, 3) << readText(file);
    EXPECT_GE(sum, elapsed - 0.1);

    write(file, "chapter,step,seconds\r\n1,1,0.1\r\n2,1,3000\r\n");
    serve(talkScene(), {"--presenter", "--silent", "--size", "320x180", "--timing", file.string()});
    EXPECT_TRUE(eventually([&] { return json("/console/state")["behind"] > 0.2; }, 60));
    EXPECT_THAT(command("chapter 3"), StartsWith("HTTP/1.1 202 "));
    EXPECT_TRUE(eventually([&] { return json("/console/state")["behind"] < -1000; }, 60));
    EXPECT_THAT(command("chapter 2"), StartsWith("HTTP/1.1 202 "));
    EXPECT_TRUE(says("behind", 0));
}

TEST_F(ConsoleWindow, IsNotThereWithoutAPresenter) {
    serve(talkScene(), {"--paused", "--silent", "--size", "320x180"});
    EXPECT_THAT(get("/console"), StartsWith("HTTP/1.1 404 "));
    EXPECT_THAT(get("/console/state"), StartsWith("HTTP/1.1 404 "));
    EXPECT_THAT(output(), Not(HasSubstr("console")));
}

}  // namespace
}  // namespace ebbflow::test
