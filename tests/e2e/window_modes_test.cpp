// The two modes that must not end by accident: a presenter's clicker, and an exhibition's kiosk.

#include <algorithm>
#include <csignal>
#include <ctime>

#include "core/whole_file.hpp"
#include "e2e/window_show.hpp"

namespace ebbflow::test {
namespace {

namespace fs = std::filesystem;

bool isBlack(const core::Image& image) {
    for (std::size_t i = 0; i < image.rgba.size(); ++i) {
        if (i % 4 != 3 && image.rgba[i] != 0) return false;
    }
    return true;
}

TEST_F(WindowTest, APresenterWaitsAtTheCueAndNextGoesOn) {
    play(smallScene(), {"--presenter", "--size", "320x180", "--from", "2"});
    ASSERT_TRUE(keyMakes("Next", "state", "waiting"));  // xdotool's name of Page Down
    EXPECT_EQ(status().at("chapter"), "1");
    const double cue = time();
    ASSERT_TRUE(keyMakes("space", "chapter", "2"));
    EXPECT_EQ(status().at("state"), "playing");
    // Back to the step's start; a second one soon after would go to the step before.
    ASSERT_TRUE(becomes("time", [&](const std::string& t) { return std::stod(t) > cue + 1.2; }));
    key("Prior");
    ASSERT_TRUE(becomes("time", [&](const std::string& t) { return std::stod(t) < cue + 1; }));
    EXPECT_EQ(status().at("chapter"), "2");
    for (const char* quitting : {"Escape", "F5", "Escape", "q", "Escape", "F5"}) key(quitting);
    ASSERT_TRUE(keyMakes("Return", "state", "waiting"));
    EXPECT_EQ(status().at("chapter"), "2");
    EXPECT_EQ(status().at("fullscreen"), "yes") << "F5 fills the screen, and Esc leaves it so";
}

TEST_F(WindowTest, BlackStopsTheFilmAndComesBackWhereItWas) {
    play(smallScene(), {"--presenter", "--size", "320x180", "--from", "2"});
    ASSERT_TRUE(keyMakes("b", "black", "yes"));
    const double stopped = time();
    ASSERT_TRUE(eventually(
        [&] {
            const auto seen = display_->window();
            return seen && isBlack(*seen);
        },
        20));
    EXPECT_DOUBLE_EQ(time(), stopped);
    ASSERT_TRUE(keyMakes("period", "black", "no"));
    EXPECT_LT(time(), stopped + 2);
}

TEST_F(WindowTest, NotesGoToTheTerminal) {
    play(smallScene(), {"--presenter", "--size", "320x180"});
    EXPECT_TRUE(eventually(
        [&] { return output().find("Ask who has travelled longer.") != std::string::npos; }, 20));
    display_->askToClose();
    EXPECT_EQ(program_->wait(30), 0);
}

class Kiosk : public WindowTest {
protected:
    void SetUp() override {
        WindowTest::SetUp();
        fs::create_directory(folder_ / "kiosk");
    }
    void playKiosk(std::vector<std::string> options) {
        // A kiosk writes inside its folder only, its status too.
        options.insert(options.end(), {"--kiosk", "--folder", folder_.string(), "--scale", "0.4"});
        play(smallScene(), options);
    }
};

TEST_F(Kiosk, NoKeyAndNoRequestEndsItAndSigtermDoes) {
    playKiosk({});
    ASSERT_TRUE(becomes("fullscreen", "yes"));
    EXPECT_EQ(status().at("window"), "800x600");
    for (const char* dead : {"Escape", "q", "alt+F4", "F11", "f", "space", "s", "question", "t",
                             "ctrl+c", "ctrl+w", "Home", "b"}) {
        key(dead);
    }
    display_->askToClose();
    const double before = time();
    ASSERT_TRUE(becomes("time", [&](const std::string& t) { return std::stod(t) > before + 1; }));
    EXPECT_EQ(status().at("fullscreen"), "yes");
    EXPECT_EQ(status().at("state"), "playing");
    EXPECT_EQ(status().at("hud"), "no");
    EXPECT_TRUE(fs::is_empty(folder_ / "here")) << "it writes nothing where it was started";
    program_->signal(SIGTERM);
    EXPECT_EQ(program_->wait(30), 0);
}

TEST_F(Kiosk, BeginsAgainAtTheEnd) {
    playKiosk({});
    const double length = std::stod(status().at("length"));
    program_->signal(SIGTERM);
    ASSERT_EQ(program_->wait(30), 0);
    playKiosk({"--from", std::to_string(length - 2)});
    EXPECT_TRUE(becomes("time", [](const std::string& t) { return std::stod(t) < 2; }));
    EXPECT_EQ(status().at("state"), "playing");
}

TEST_F(Kiosk, TheExitKeyEndsIt) {
    playKiosk({"--exit-key", "x"});
    key("x");
    EXPECT_EQ(program_->wait(30), 0);
}

TEST_F(Kiosk, WritesNowhereElse) {
    for (const std::vector<std::string>& options :
         {std::vector<std::string>{"--log", "kiosk.log"},
          std::vector<std::string>{"--folder", (folder_ / "kiosk").string()}}) {
        std::vector<std::string> all = options;
        all.emplace_back("--kiosk");
        launch(smallScene(), all);
        const auto status = program_->wait(60);
        ASSERT_TRUE(status.has_value());
        EXPECT_NE(*status, 0) << "the status file lies outside";
        EXPECT_NE(output().find("kiosk writes"), std::string::npos) << output();
    }
    EXPECT_TRUE(fs::is_empty(folder_ / "kiosk"));
}

/// `from` to `until` hours from now, as hours of today's day and the next.
std::string hoursAround(int from, int until) {
    const auto hour = [](int ahead) {
        const std::time_t when = std::time(nullptr) + ahead * std::time_t{3600};
        std::tm local{};
        localtime_r(&when, &local);
        return local.tm_hour;
    };
    return "{daily: " + std::to_string(hour(from)) + ":00-" + std::to_string(hour(until)) + ":00}";
}

class HoursOfAKiosk : public Kiosk {
protected:
    void playWith(const std::string& hours) {
        write(folder_ / "film.yaml",
              "source: A register\nmovements:\n"
              "  - {kind: students, from: Peking, to: Moscow, when: 1951-08, count: 375}\n"
              "kiosk: {visitors: no, hours: " +
                  hours + "}\nchapters:\n  - {date: 1951, length: 6, show: [Peking, Moscow]}\n");
        play((folder_ / "film.yaml").string(),
             {"--kiosk", "--folder", folder_.string(), "--scale", "0.4", "--counts", "counts.csv"});
    }
};

TEST_F(HoursOfAKiosk, OutsideOfThemTheScreenIsBlackAndTimeStands) {
    playWith(hoursAround(2, 4));
    ASSERT_TRUE(becomes("state", "closed"));
    ASSERT_TRUE(eventually(
        [&] {
            const auto seen = display_->window();
            return seen && isBlack(*seen);
        },
        20));
    EXPECT_EQ(time(), 0);
    EXPECT_NE(output().find("closed"), std::string::npos);
    program_->signal(SIGTERM);
    EXPECT_EQ(program_->wait(30), 0);
}

TEST_F(HoursOfAKiosk, WithinThemItRunsAndCountsItsStart) {
    playWith(hoursAround(-1, 2));
    ASSERT_TRUE(becomes("time", [](const std::string& t) { return std::stod(t) > 0.5; }));
    EXPECT_EQ(status().at("state"), "playing");
    EXPECT_EQ(status().at("hud"), "no") << "no menu where no visitors are asked for";
    program_->signal(SIGTERM);
    EXPECT_EQ(program_->wait(30), 0);
    EXPECT_NE(core::readWhole(folder_ / "counts.csv").find(",start,,1\n"), std::string::npos);
}

/// A kiosk of 800×600 pixels, a film of three chapters in two languages in its middle.
class Visitors : public Kiosk {
protected:
    void SetUp() override {
        Kiosk::SetUp();
        write(folder_ / "film.yaml",
              "languages: [en, ru]\nsource: A register\nmovements:\n"
              "  - {kind: students, from: Peking, to: Moscow, when: 1951-08, count: 375}\n"
              "kiosk: {attract: two, idle: 5, width: 93}\nchapters:\n"
              "  - {id: one, date: 1951, length: 6, show: [Peking, Moscow]}\n"
              "  - {id: two, date: 1952, length: 6}\n"
              "  - {id: three, date: 1953, length: 6}\n");
        play((folder_ / "film.yaml").string(),
             {"--kiosk", "--folder", folder_.string(), "--scale", "0.4", "--counts", "counts.csv"});
    }
    void touch(int x, int y) const {
        display_->movePointer(x, y);
        display_->click(1);
    }
};

TEST_F(Visitors, TheLoopInvitesAndComesBackWhenNobodyIsThere) {
    ASSERT_TRUE(becomes("chapter", "2")) << "what loops";
    ASSERT_TRUE(becomes("hud", "yes"));
    touch(400, 100);
    ASSERT_TRUE(becomes("state", "playing"));
    const std::string stands = status().at("time");
    // The picture is 800×450, 75 pixels from the top: the second language's button.
    touch(440, 315);
    ASSERT_TRUE(becomes("language", "ru"));
    // Nobody touches it: the loop is there again, in the first language, and runs.
    ASSERT_TRUE(becomes("language", "en"));
    EXPECT_TRUE(becomes("time", [&](const std::string& time) { return time != stands; }));
    EXPECT_EQ(status().at("chapter"), "2");
}

TEST_F(Visitors, AChapterIsBegunByKeysAndTheFilmEndsInTheLoop) {
    ASSERT_TRUE(becomes("chapter", "2"));
    key("x");
    for (const char* next : {"Right", "Right", "Right"}) key(next);
    key("Return");
    ASSERT_TRUE(becomes("chapter", "3"));
    ASSERT_TRUE(becomes("hud", "no")) << "nothing lies over the film";
    EXPECT_TRUE(becomes("chapter", "2")) << "at its end";
    EXPECT_TRUE(becomes("hud", "yes"));
    program_->signal(SIGTERM);
    EXPECT_EQ(program_->wait(30), 0);
    const std::string counts = core::readWhole(folder_ / "counts.csv");
    for (const char* row : {",visit,,1\n", ",chapter,three,1\n", ",end,,1\n"})
        EXPECT_NE(counts.find(row), std::string::npos) << counts;
}

}  // namespace
}  // namespace ebbflow::test
