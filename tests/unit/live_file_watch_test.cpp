// Saves as editors make them: written into, replaced, deleted and made again, in several steps.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "live/file_watch.hpp"

namespace ebbflow::live {
namespace {

namespace fs = std::filesystem;

class FileWatchTest : public ::testing::Test {
protected:
    void SetUp() override {
        std::string pattern = (fs::temp_directory_path() / "ebbflow-watch-XXXXXX").string();
        folder_ = ::mkdtemp(pattern.data());
        write("film.yaml", "title: one\n");
    }
    void TearDown() override { fs::remove_all(folder_); }

    [[nodiscard]] std::string path(const std::string& name) const { return folder_ / name; }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(path(name)) << text;
    }

    fs::path folder_;
};

TEST_F(FileWatchTest, SaysNothingWhileNothingChanges) {
    FileWatch watch({path("film.yaml")});
    for (int i = 0; i < 3; ++i) EXPECT_FALSE(watch.settledChange());
}

TEST_F(FileWatchTest, TellsAChangeOnceWhenItIsOver) {
    FileWatch watch({path("film.yaml")});
    write("film.yaml", "title: two, longer\n");
    EXPECT_FALSE(watch.settledChange()) << "it may still be being written";
    EXPECT_TRUE(watch.settledChange());
    EXPECT_FALSE(watch.settledChange());
}

TEST_F(FileWatchTest, ASaveInSeveralStepsIsOneChange) {
    FileWatch watch({path("film.yaml")});
    fs::remove(path("film.yaml"));
    EXPECT_FALSE(watch.settledChange());
    write("film.yaml", "title");
    EXPECT_FALSE(watch.settledChange());
    write("film.yaml", "title: three\n");
    EXPECT_FALSE(watch.settledChange());
    EXPECT_TRUE(watch.settledChange());
}

TEST_F(FileWatchTest, SeesAFileReplacedByAnotherOfTheSameSizeAndTime) {
    FileWatch watch({path("film.yaml")});
    write("new", "title: two\n");
    fs::last_write_time(path("new"), fs::last_write_time(path("film.yaml")));
    fs::rename(path("new"), path("film.yaml"));
    EXPECT_FALSE(watch.settledChange());
    EXPECT_TRUE(watch.settledChange());
}

TEST_F(FileWatchTest, SeesDeletionAndCreation) {
    FileWatch watch({path("film.yaml"), path("later.csv")});
    fs::remove(path("film.yaml"));
    EXPECT_FALSE(watch.settledChange());
    EXPECT_TRUE(watch.settledChange());
    write("later.csv", "a,b\n");
    EXPECT_FALSE(watch.settledChange());
    EXPECT_TRUE(watch.settledChange());
}

TEST_F(FileWatchTest, WatchesTheFilesOfAFolder) {
    FileWatch watch({folder_.string()});
    write("light.glsl", "void main() {}\n");
    EXPECT_FALSE(watch.settledChange());
    EXPECT_TRUE(watch.settledChange());
    write("light.glsl", "void main() { }\n");
    EXPECT_FALSE(watch.settledChange());
    EXPECT_TRUE(watch.settledChange());
}

TEST_F(FileWatchTest, AChangeMadeWhileLoadingIsNotForgottenWithTheNewList) {
    FileWatch watch({path("film.yaml")});
    write("film.yaml", "title: saved while the last save was being read\n");
    watch.watch({path("film.yaml"), path("new.csv")});
    EXPECT_TRUE(watch.settledChange());
    EXPECT_FALSE(watch.settledChange());
}

}  // namespace
}  // namespace ebbflow::live
