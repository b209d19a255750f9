// What the window writes and reads beside the film: names of pictures, the status file, the folder
// that a kiosk may write in, loading beside the running film, the presenter's notes.

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "core/error.hpp"
#include "live/confined.hpp"
#include "live/log.hpp"
#include "live/notes.hpp"
#include "live/picture.hpp"
#include "live/reloader.hpp"
#include "live/status_file.hpp"
#include "support/live_film.hpp"
#include "text/fonts.hpp"

namespace ebbflow::live {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class LiveFiles : public ::testing::Test {
protected:
    void SetUp() override {
        std::string pattern = (fs::temp_directory_path() / "ebbflow-live-XXXXXX").string();
        folder_ = ::mkdtemp(pattern.data());
    }
    void TearDown() override { fs::remove_all(folder_); }
    [[nodiscard]] static std::string read(const fs::path& path) {
        std::ostringstream text;
        text << std::ifstream(path).rdbuf();
        return text.str();
    }
    fs::path folder_;
};

TEST(PictureSize, IsTheLargestOfThatShapeInsideTheWindow) {
    const double wide = 16.0 / 9;
    EXPECT_EQ(pictureSize({1280, 720}, wide, 1), (gl::Extent{1280, 720}));
    EXPECT_EQ(pictureSize({640, 500}, wide, 1), (gl::Extent{640, 360}));
    EXPECT_EQ(pictureSize({900, 360}, wide, 1), (gl::Extent{640, 360}));
    EXPECT_EQ(pictureSize({1280, 720}, wide, 0.5), (gl::Extent{640, 360}));
    EXPECT_EQ(pictureSize({1, 1}, wide, 0.1), (gl::Extent{1, 1}));
    EXPECT_EQ(pictureSize({0, 720}, wide, 1), (gl::Extent{0, 0}));
}

TEST(PictureSize, NeverLeavesTheWindowAndTouchesTwoOfItsSides) {
    for (int width = 7; width < 2000; width += 61) {
        for (int height = 5; height < 1500; height += 47) {
            for (const double aspect : {16.0 / 9, 4.0 / 3, 1.0, 9.0 / 16, 2.39}) {
                const gl::Extent picture = pictureSize({width, height}, aspect, 1);
                ASSERT_LE(picture.width, width);
                ASSERT_LE(picture.height, height);
                ASSERT_TRUE(picture.width == width || picture.height == height);
            }
        }
    }
}

TEST_F(LiveFiles, APictureNeverTakesANameThatIsTaken) {
    const auto time = core::FilmTime::fromSeconds(83.456);
    const fs::path first = unusedPictureName(folder_, "film", time);
    EXPECT_EQ(first.filename(), "film_1m23.45s.png");
    std::ofstream(first) << "x";
    const fs::path second = unusedPictureName(folder_, "film", time);
    EXPECT_EQ(second.filename(), "film_1m23.45s-2.png");
    std::ofstream(second) << "x";
    EXPECT_EQ(unusedPictureName(folder_, "film", time).filename(), "film_1m23.45s-3.png");
}

TEST(FilmName, IsTheFoldersUnlessTheScriptHasItsOwn) {
    EXPECT_EQ(filmName("scenes/students-to-moscow/film.yaml"), "students-to-moscow");
    EXPECT_EQ(filmName("scenes/lecture.yaml"), "lecture");
}

TEST_F(LiveFiles, AKioskIsKeptInItsFolder) {
    fs::create_directory(folder_ / "logs");
    EXPECT_EQ(confined(folder_, "kiosk.log"), fs::canonical(folder_) / "kiosk.log");
    EXPECT_EQ(confined(folder_, folder_ / "logs/a.log"), fs::canonical(folder_) / "logs/a.log");
    EXPECT_THROW((void)confined(folder_, "../kiosk.log"), core::Failure);
    EXPECT_THROW((void)confined(folder_, "/etc/kiosk.log"), core::Failure);
    EXPECT_THROW((void)confined(folder_, "."), core::Failure);
    EXPECT_THROW((void)confined(folder_ / "none", "kiosk.log"), core::Failure);
    fs::create_directory_symlink("/", folder_ / "out");
    EXPECT_THROW((void)confined(folder_, "out/kiosk.log"), core::Failure);
}

TEST_F(LiveFiles, TheStatusIsReplacedWholeAndTurnsAreToldAtOnce) {
    const fs::path path = folder_ / "status";
    StatusFile file(path);
    Status status;
    status.state = "playing";
    status.problem = "two\nlines";
    EXPECT_TRUE(file.update(status, 0));
    EXPECT_THAT(read(path), HasSubstr("state=playing\n"));
    EXPECT_THAT(read(path), HasSubstr("problem=two lines\n"));
    EXPECT_FALSE(fs::exists(path.string() + ".part"));

    status.time = core::FilmTime::fromSeconds(0.1);
    EXPECT_TRUE(file.update(status, 0.1));
    EXPECT_THAT(read(path), HasSubstr("time=0.000\n")) << "the running on is told now and then";
    EXPECT_TRUE(file.update(status, 0.3));
    EXPECT_THAT(read(path), HasSubstr("time=0.100\n"));

    status.time = core::FilmTime::fromSeconds(0.12);
    status.state = "paused";
    EXPECT_TRUE(file.update(status, 0.31));
    EXPECT_THAT(read(path), HasSubstr("state=paused\n"));
    EXPECT_THAT(read(path), HasSubstr("time=0.120\n"));
}

TEST_F(LiveFiles, TheStatusSaysWhoWroteItWhenAndThatItIsOver) {
    const fs::path path = folder_ / "status";
    Status status;
    status.state = "playing";
    {
        StatusFile file(path);
        EXPECT_TRUE(file.update(status, 0));
        EXPECT_THAT(read(path), HasSubstr(fmt::format("pid={}\n", ::getpid())));
        EXPECT_THAT(read(path),
                    testing::ContainsRegex("updated=20[0-9][0-9]-[0-9-]+T[0-9]+:[0-9]+:[0-9]+Z\n"));
        fs::remove(path);
        EXPECT_TRUE(file.update(status, 4.9));
        EXPECT_FALSE(fs::exists(path)) << "nothing has changed";
        EXPECT_TRUE(file.update(status, 5.1));
        EXPECT_TRUE(fs::exists(path)) << "a sign of life";
    }
    EXPECT_THAT(read(path), HasSubstr("state=stopped\n"));
    EXPECT_THAT(toText(status, 86400), HasSubstr("updated=1970-01-02T00:00:00Z\n"));
}

TEST_F(LiveFiles, AStatusThatCannotBeWrittenIsSaidAndNoStatusIsFine) {
    Status status;
    status.state = "playing";
    EXPECT_FALSE(StatusFile(folder_ / "none/status").update(status, 0));
    EXPECT_TRUE(StatusFile("").update(status, 0));
    EXPECT_TRUE(fs::is_empty(folder_));
}

TEST_F(LiveFiles, TheLogStaysSmallHoweverMuchIsSaid) {
    {
        Log log(folder_ / "kiosk.log");
        for (int i = 0; i < 400; ++i) log.error(std::string(20'000, 'x'));
        log.info("the last line");
    }
    std::uintmax_t bytes = 0;
    for (const auto& entry : fs::directory_iterator(folder_)) bytes += entry.file_size();
    EXPECT_LT(bytes, 4U << 20U);
    EXPECT_THAT(read(folder_ / "kiosk.log"), HasSubstr("the last line"));
    EXPECT_THROW(Log(folder_ / "kiosk.log/inside"), core::Failure);
}

LoadedPlan waitFor(Reloader& reloader) {
    for (;;) {
        if (auto loaded = reloader.take()) return std::move(*loaded);
        std::this_thread::yield();
    }
}

TEST(Reloader, GivesTheOutcomeOnceAndOfTheLastWishOnly) {
    std::atomic<bool> go = false;
    Reloader reloader([&](const std::string& language, const auto&) {
        while (!go) std::this_thread::yield();
        return LoadedPlan{nullptr, {language}, {}, false, nullptr};
    });
    EXPECT_EQ(reloader.take(), std::nullopt);
    for (const char* language : {"en", "zh", "ru"}) reloader.begin(language);
    EXPECT_TRUE(reloader.busy());
    go = true;
    EXPECT_EQ(waitFor(reloader).faults, std::vector<std::string>{"ru"});
    EXPECT_FALSE(reloader.busy());
}

TEST(Reloader, AWishForAnotherLanguageDoesNotUndoTheWishToReadAgain) {
    std::atomic<bool> go = false;
    Reloader reloader([&](const std::string& language, const auto& film) {
        while (!go) std::this_thread::yield();
        return LoadedPlan{nullptr, {language, film ? "planned" : "read"}, {}, false, nullptr};
    });
    reloader.begin("en");
    reloader.begin("zh", std::make_shared<const film::Film>());
    reloader.begin("ru", std::make_shared<const film::Film>());
    go = true;
    const LoadedPlan loaded = waitFor(reloader);
    EXPECT_THAT(loaded.faults, ::testing::ElementsAre("ru", "read"));
    EXPECT_FALSE(loaded.sameFilm);
}

TEST(Reloader, APlanIsPreparedOnTheThreadThatLoadsBeforeItIsGiven) {
    const auto plan = std::make_shared<const frame::Plan>(test::smallPlan());
    for (const bool gently : {false, true}) {
        Reloader reloader(
            [&](const std::string&, const auto&) {
                return LoadedPlan{plan, {}, {}, false, nullptr};
            },
            gently);
        reloader.begin("en", nullptr, [here = std::this_thread::get_id()](LoadedPlan& loaded) {
            EXPECT_NE(std::this_thread::get_id(), here);
            loaded.faults = {"prepared"};
        });
        EXPECT_EQ(waitFor(reloader).faults, std::vector<std::string>{"prepared"});
    }
}

TEST(Reloader, WhatCannotBePreparedIsNoPlan) {
    const auto plan = std::make_shared<const frame::Plan>(test::smallPlan());
    Reloader reloader([&](const std::string&, const auto&) {
        return LoadedPlan{plan, {}, {}, false, nullptr};
    });
    reloader.begin("en", nullptr, [](LoadedPlan&) { throw core::Failure("no memory"); });
    const LoadedPlan loaded = waitFor(reloader);
    EXPECT_EQ(loaded.plan, nullptr);
    EXPECT_EQ(loaded.faults, std::vector<std::string>{"no memory"});
}

TEST(Reloader, AFailureOfTheWorldIsAFault) {
    Reloader reloader([](const std::string&, const auto&) -> LoadedPlan {
        throw core::Failure("the atlas is gone");
    });
    reloader.begin("en");
    EXPECT_THAT(waitFor(reloader).faults, ::testing::ElementsAre("the atlas is gone"));
}

TEST(Notes, SayWhatToSayAndWhatComesNext) {
    auto film = std::make_shared<film::Film>();
    film->scene.chapters.resize(2);
    film->scene.chapters[0].title.words = {{"", "The first train"}};
    film->scene.chapters[0].notes.words = {{"", "Nine days by train."}};
    film->scene.chapters[1].title.words = {{"", "Two years on"}};
    for (auto& chapter : film->scene.chapters) chapter.steps.resize(1);
    story::Story story;
    story.film = film;
    story.language = story.shownLanguage = "en";
    story.timeline.steps.resize(2);
    story.timeline.steps[1].chapter = 1;
    story.timeline.steps[1].captions = {{0, 4, {{{"", "In 1953 there are 583."}}}}};
    const frame::Plan plan = test::planOf(std::move(story), test::typesetter());
    const std::string first = notesText(plan, 0);
    EXPECT_THAT(first, HasSubstr("The first train"));
    EXPECT_THAT(first, HasSubstr("Nine days by train."));
    EXPECT_THAT(first, HasSubstr("> In 1953 there are 583."));
    EXPECT_THAT(notesText(plan, 1), ::testing::Not(HasSubstr(">")));
}

}  // namespace
}  // namespace ebbflow::live
