// Hands in the window: what a mouse does to a film on a real screen, and that what it leaves behind
// is what `still` makes.

#include "e2e/window_show.hpp"

namespace ebbflow::test {
namespace {

// In a window of 640×360 whose top left is the screen's: the bar's line, from 32 to 608.
constexpr int kLine = 327;
constexpr int kLineLeft = 32, kLineRight = 608;
constexpr int kButtons = 344;

class WindowHands : public WindowTest {
protected:
    void playPaused(const std::vector<std::string>& more = {}) {
        std::vector<std::string> options{"--size", "640x360", "--paused", "--from", "3"};
        options.insert(options.end(), more.begin(), more.end());
        play(smallScene(), options);
        ASSERT_TRUE(becomes("hud", "no"));
    }
    void wiggle(int x, int y) const {
        display_->movePointer(x - 40, y - 30);
        display_->movePointer(x, y);
    }
};

TEST_F(WindowHands, TheBarComesWithThePointerAndGoesByItself) {
    playPaused();
    const core::Image film = still(smallScene(), "3", "640x360");
    ASSERT_TRUE(windowShows(film));
    wiggle(300, 100);
    ASSERT_TRUE(becomes("hud", "yes"));
    ASSERT_TRUE(becomes("hud", "no"));
    EXPECT_TRUE(windowShows(film));
    ASSERT_TRUE(keyMakes("b", "hud", "yes"));
    ASSERT_TRUE(keyMakes("b", "hud", "no"));
}

TEST_F(WindowHands, AClickPausesAndTwoFillTheScreen) {
    playPaused();
    wiggle(300, 100);
    display_->click(1);
    ASSERT_TRUE(becomes("state", "playing"));
    ASSERT_TRUE(becomes("hud", "no")) << "longer than a double click";
    display_->click(1);
    ASSERT_TRUE(becomes("state", "paused"));
    ASSERT_TRUE(becomes("hud", "no"));
    display_->click(1, 2);
    ASSERT_TRUE(becomes("fullscreen", "yes"));
    EXPECT_TRUE(becomes("state", "paused")) << "the second click takes back what the first did";
    ASSERT_TRUE(becomes("hud", "no"));
    display_->click(1, 2);
    EXPECT_TRUE(becomes("fullscreen", "no"));
}

TEST_F(WindowHands, TheWheelSeeks) {
    playPaused();
    wiggle(300, 100);
    display_->click(4);
    ASSERT_TRUE(becomes("time", "8.000"));
    display_->click(5);
    ASSERT_TRUE(becomes("time", "3.000"));
}

TEST_F(WindowHands, DraggingAlongTheLineShowsTheFrameUnderThePointer) {
    playPaused();
    wiggle(200, kLine);
    ASSERT_TRUE(becomes("hud", "yes"));
    display_->press(1);
    const auto timeAt = [&](int x) {
        return std::stod(status().at("length")) * (x - kLineLeft) / (kLineRight - kLineLeft);
    };
    for (const int x : {450, 150, 320}) {
        display_->movePointer(x, kLine - 60);
        ASSERT_TRUE(becomes(
            "time",
            [&](const std::string& time) { return std::abs(std::stod(time) - timeAt(x)) < 0.06; }))
            << x << ": " << timeAt(x);
    }
    const std::string frame = status().at("frame");
    display_->release(1);
    wiggle(300, 100);
    ASSERT_TRUE(becomes("hud", "no"));
    EXPECT_EQ(status().at("frame"), frame);
    EXPECT_TRUE(windowShows(still(smallScene(), "f" + frame, "640x360")));
}

TEST_F(WindowHands, TheBarsButtonsDoWhatTheyShow) {
    playPaused();
    wiggle(40, kButtons);
    display_->click(1);
    ASSERT_TRUE(becomes("state", "playing"));
    display_->click(1);
    ASSERT_TRUE(becomes("state", "paused"));
    wiggle(600, kButtons);
    display_->click(1);
    ASSERT_TRUE(becomes("fullscreen", "yes"));
}

TEST_F(WindowHands, AMapThatIsDraggedAwayComesBackToWhatTheFilmShows) {
    playPaused();
    const core::Image film = still(smallScene(), "3", "640x360");
    ASSERT_TRUE(windowShows(film));
    wiggle(300, 100);
    display_->press(1);
    for (const int x : {330, 380, 420}) display_->movePointer(x, 130);
    display_->release(1);
    display_->movePointer(2, 2);
    ASSERT_TRUE(becomes("hud", "no"));
    EXPECT_EQ(status().at("state"), "paused") << "a drag is no click";
    EXPECT_NE(display_->window(), film);
    display_->key("Escape");
    EXPECT_TRUE(windowShows(film));
    EXPECT_TRUE(program_->running()) << "Escape led back, and did not quit";
    display_->key("plus");
    ASSERT_TRUE(eventually([&] { return display_->window() != film; }, 10));
    EXPECT_TRUE(windowShows(film)) << "after five idle seconds, by itself";
}

TEST_F(WindowHands, AChapterIsChosenInTheGrid) {
    playPaused();
    ASSERT_TRUE(keyMakes("g", "hud", "yes"));
    display_->key("Right");
    ASSERT_TRUE(keyMakes("Return", "chapter", "2"));
    ASSERT_TRUE(keyMakes("g", "hud", "yes"));
    ASSERT_TRUE(keyMakes("Escape", "hud", "no"));
    EXPECT_TRUE(program_->running());
}

TEST_F(WindowHands, APresentersButtonsAreNextAndBack) {
    play(smallScene(), {"--size", "640x360", "--presenter"});
    wiggle(300, 100);
    display_->click(1);
    ASSERT_TRUE(becomes("state", "waiting"));
    EXPECT_EQ(status().at("hud"), "no") << "nothing for the audience";
    display_->click(3);
    ASSERT_TRUE(becomes("time", "0.000")) << status().at("time");
}

TEST_F(WindowHands, ANumberAndEnterGoToThatChapter) {
    play(smallScene(), {"--size", "320x180", "--presenter"});
    display_->key("2");
    ASSERT_TRUE(keyMakes("Return", "chapter", "2"));
    EXPECT_EQ(status().at("state"), "playing") << "Enter alone would have finished the step";
}

}  // namespace
}  // namespace ebbflow::test
