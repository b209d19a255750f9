// Plain play on a real screen: what the window shows is what `still` makes, and the keys do what
// the manual says.

#include <csignal>

#include "e2e/window_show.hpp"
#include "encode/png.hpp"

namespace ebbflow::test {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> filesIn(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
    return files;
}

TEST_F(WindowTest, ShowsWhatStillMakesAndLetterboxesWhenResized) {
    play(smallScene(), {"--size", "640x360", "--paused", "--from", "3"});
    ASSERT_TRUE(becomes("state", "paused"));
    EXPECT_EQ(status().at("window"), "640x360");
    EXPECT_EQ(status().at("time"), "3.000");
    const core::Image expected = still(smallScene(), "3", "640x360");
    EXPECT_TRUE(windowShows(expected));

    display_->resizeWindow(640, 500);
    ASSERT_TRUE(becomes("window", "640x500"));
    EXPECT_TRUE(becomes("picture", "640x360"));
    EXPECT_TRUE(windowShows(letterboxed(expected, 640, 500)));

    display_->resizeWindow(720, 360);
    ASSERT_TRUE(becomes("window", "720x360"));
    EXPECT_TRUE(windowShows(letterboxed(expected, 720, 360)));
}

TEST_F(WindowTest, OpensWhereAWindowManagerWasKilled) {
    display_->leaveDeadManager();
    play(smallScene(), {"--paused", "--size", "320x180"});
    EXPECT_EQ(status().at("state"), "paused");
    display_->askToClose();
    EXPECT_EQ(program_->wait(30), 0);
}

TEST_F(WindowTest, TheKeysOfTimeMoveTheFilm) {
    play(smallScene(), {"--size", "320x180", "--from", "2"});
    ASSERT_TRUE(keyMakes("space", "state", "paused"));
    const double paused = time();
    EXPECT_GE(paused, 2.0);
    EXPECT_EQ(status().at("hud"), "yes") << "the time is shown for a moment";
    ASSERT_TRUE(becomes("hud", "no"));
    EXPECT_DOUBLE_EQ(time(), paused);

    display_->key("Right");
    ASSERT_TRUE(becomes("time", [&](const std::string& t) { return std::stod(t) > paused + 4.9; }));
    EXPECT_NEAR(time(), paused + 5, 0.002);
    const int frame = std::stoi(status().at("frame"));
    ASSERT_TRUE(keyMakes("period", "frame", std::to_string(frame + 1)));
    ASSERT_TRUE(keyMakes("comma", "frame", std::to_string(frame)));
    ASSERT_TRUE(keyMakes("End", "state", "ended"));
    ASSERT_TRUE(keyMakes("Home", "time", "0.000"));
    ASSERT_TRUE(keyMakes("bracketright", "chapter", "2"));
    ASSERT_TRUE(keyMakes("bracketleft", "chapter", "1"));
    ASSERT_TRUE(keyMakes("space", "state", "playing"));
    ASSERT_TRUE(becomes("time", [](const std::string& t) { return std::stod(t) > 0.2; }));
    display_->key("q");
    EXPECT_EQ(program_->wait(30), 0);
}

TEST_F(WindowTest, TheListOfKeysAndTheTimeComeAndGo) {
    play(smallScene(), {"--size", "640x360", "--paused", "--from", "3"});
    ASSERT_TRUE(becomes("hud", "no"));
    const core::Image film = still(smallScene(), "3", "640x360");
    ASSERT_TRUE(windowShows(film));
    ASSERT_TRUE(keyMakes("question", "hud", "yes"));
    ASSERT_TRUE(eventually([&] { return display_->window() != film; }, 10));
    ASSERT_TRUE(keyMakes("question", "hud", "no"));
    EXPECT_TRUE(windowShows(film));
    ASSERT_TRUE(keyMakes("t", "hud", "yes"));
    ASSERT_TRUE(keyMakes("t", "hud", "no"));
    ASSERT_TRUE(keyMakes("f", "fullscreen", "yes"));
    EXPECT_TRUE(becomes("window", "800x600"));
    ASSERT_TRUE(keyMakes("F11", "fullscreen", "no"));
    EXPECT_TRUE(becomes("window", "640x360"));
    display_->key("Escape");
    EXPECT_EQ(program_->wait(30), 0);
}

TEST_F(WindowTest, AScreenshotIsTheFilmAloneAndNeverOverwrites) {
    play(smallScene(), {"--size", "640x360", "--paused", "--from", "3"});
    ASSERT_TRUE(keyMakes("t", "hud", "yes"));
    ASSERT_TRUE(keyMakes("s", "message", "Saved students-to-moscow_0m03.00s.png"));
    ASSERT_TRUE(keyMakes("s", "message", "Saved students-to-moscow_0m03.00s-2.png"));
    const core::Image expected = still(smallScene(), "3", "640x360");
    for (const fs::path& path : filesIn(folder_ / "here")) {
        EXPECT_EQ(encode::readPng(path), expected) << path;
    }
    EXPECT_EQ(filesIn(folder_ / "here").size(), 2U);
}

TEST_F(WindowTest, ClosingAndInterruptingEndItCleanly) {
    play(smallScene(), {"--size", "320x180"});
    display_->askToClose();
    EXPECT_EQ(program_->wait(30), 0);
    play(smallScene(), {"--size", "320x180"});
    EXPECT_EQ(status().at("state"), "playing");
    program_->signal(SIGINT);
    EXPECT_EQ(program_->wait(30), 0);
    EXPECT_EQ(status().at("state"), "stopped");
}

TEST_F(WindowTest, AShowOutlivesItsTerminal) {
    play(smallScene(), {"--size", "320x180"});
    const double before = std::stod(status().at("time"));
    program_->signal(SIGHUP);
    EXPECT_TRUE(becomes("time", [&](const std::string& t) { return std::stod(t) > before + 0.5; }));
    program_->signal(SIGTERM);
    EXPECT_EQ(program_->wait(30), 0);
}

TEST_F(WindowTest, AShowThatIsToStandBeginsWithAClick) {
    play(smallScene(), {"--size", "320x180", "--presenter", "--paused"});
    EXPECT_EQ(status().at("state"), "paused");
    EXPECT_EQ(status().at("frame"), "0");
}

TEST_F(WindowTest, WithoutADisplayOneSentenceSaysSo) {
    Launch launch;
    launch.command = {EBBFLOW_PROGRAM, "play", smallScene()};
    launch.without = {"DISPLAY", "WAYLAND_DISPLAY"};
    launch.output = launch.errors = folder_ / "output";
    EXPECT_EQ(runToEnd(launch, 60), 1);
    EXPECT_NE(output().find("no display"), std::string::npos) << output();
}

TEST_F(WindowTest, AMonitorThatIsNotThereIsSaid) {
    launch(smallScene(), {"--monitor", "7"});
    EXPECT_EQ(program_->wait(60), 1);
    EXPECT_NE(output().find("no monitor 7"), std::string::npos) << output();
}

}  // namespace
}  // namespace ebbflow::test
