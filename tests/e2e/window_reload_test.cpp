// Saving while the film plays: a good save is taken over where the film stands, a broken one leaves
// the last good film and says why.

#include "e2e/window_show.hpp"

namespace ebbflow::test {
namespace {

namespace fs = std::filesystem;

class Reload : public WindowTest {
protected:
    void SetUp() override {
        WindowTest::SetUp();
        scene_ = folder_ / "scene";
        fs::create_directory(scene_);
        save("First");
    }
    void save(const std::string& caption, const std::string& more = "") const {
        write(scene_ / "film.yaml",
              "title: {en: A test, ru: Проба}\n"
              "languages: [en, ru]\n"
              "source: {en: a test, ru: проба}\n"
              "movements: rows.csv\n" +
                  more +
                  "chapters:\n"
                  "  - title: {en: One, ru: Один}\n"
                  "    date: 1951\n"
                  "    length: 20\n"
                  "    show: [Peking, Moscow]\n"
                  "    caption: {en: " +
                  caption + ", ru: Поезд}\n");
        if (!fs::exists(scene_ / "rows.csv")) saveRows("375");
    }
    void saveRows(const std::string& count) const {
        write(scene_ / "rows.csv",
              "kind,from,to,when,count\nstudents,Peking,Moscow,1951-08," + count + "\n");
    }
    [[nodiscard]] bool problemNames(const std::string& words) const {
        return becomes("problem", [&](const std::string& problem) {
            return problem.find(words) != std::string::npos;
        });
    }
    fs::path scene_;
};

TEST_F(Reload, ABrokenSaveLeavesTheLastGoodFilmAndAGoodOneHoldsTheTime) {
    play(scene_, {"--size", "640x360", "--paused", "--from", "6"});
    const core::Image before = still(scene_, "6", "640x360");
    ASSERT_TRUE(windowShows(before));

    save("First", "nonsense: 1\n");
    ASSERT_TRUE(problemNames("film.yaml:5:"));
    EXPECT_TRUE(becomes("hud", "yes"));
    EXPECT_EQ(status().at("reloads"), "0");
    EXPECT_EQ(status().at("time"), "6.000");

    save("Second");
    ASSERT_TRUE(becomes("reloads", "1"));
    EXPECT_TRUE(becomes("problem", ""));
    EXPECT_EQ(status().at("time"), "6.000");
    const core::Image after = still(scene_, "6", "640x360");
    EXPECT_NE(after, before);
    EXPECT_TRUE(windowShows(after));
}

TEST_F(Reload, TablesAreWatchedToo) {
    play(scene_, {"--size", "320x180", "--paused", "--from", "6"});
    saveRows("-1");
    ASSERT_TRUE(problemNames("rows.csv:2"));
    saveRows("400");
    ASSERT_TRUE(becomes("reloads", "1"));
    EXPECT_TRUE(becomes("problem", ""));
}

TEST_F(Reload, ShadersReloadAndABrokenOneIsSaid) {
    const fs::path shaders = folder_ / "shaders";
    fs::copy(EBBFLOW_SOURCE_DIR "/shaders", shaders);
    play(scene_,
         {"--size", "640x360", "--paused", "--from", "6", "--shader-dir", shaders.string()});
    const core::Image film =
        still(scene_, "6", "640x360", {"--shader-dir", EBBFLOW_SOURCE_DIR "/shaders"});
    ASSERT_TRUE(windowShows(film));
    fs::rename(shaders / "composite.frag.glsl", folder_ / "kept");
    write(shaders / "composite.frag.glsl", "void main() { nonsense(); }\n");
    ASSERT_TRUE(problemNames("composite.frag.glsl:1"));
    fs::rename(folder_ / "kept", shaders / "composite.frag.glsl");
    ASSERT_TRUE(becomes("problem", ""));
    EXPECT_TRUE(windowShows(film));
}

TEST_F(Reload, TheNextLanguageIsTheSameMoment) {
    play(scene_, {"--size", "640x360", "--paused", "--from", "6"});
    ASSERT_TRUE(keyMakes("l", "language", "ru"));
    EXPECT_EQ(status().at("time"), "6.000");
    EXPECT_EQ(status().at("reloads"), "0");
    ASSERT_TRUE(keyMakes("l", "language", "en"));
}

TEST_F(Reload, AKioskLooksAtNothingUnlessAskedAndSaysNothingOverItsFilm) {
    const std::vector<std::string> kiosk{"--kiosk", "--folder", folder_.string(), "--scale", "0.4"};
    play(scene_, kiosk);
    save("Second");
    const double saved = time();
    ASSERT_TRUE(becomes("time", [&](const std::string& t) { return std::stod(t) > saved + 3; }));
    EXPECT_EQ(status().at("reloads"), "0");

    std::vector<std::string> watching = kiosk;
    watching.insert(watching.end(), {"--watch", "--log", "kiosk.log"});
    play(scene_, watching);
    save("Third", "nonsense: 1\n");
    ASSERT_TRUE(problemNames("film.yaml:5:"));
    EXPECT_EQ(status().at("hud"), "no");
    EXPECT_TRUE(fs::file_size(folder_ / "kiosk.log") > 0);
}

TEST_F(Reload, ASceneThatIsBrokenFromTheStartIsNotShown) {
    save("First", "nonsense: 1\n");
    launch(scene_, {});
    EXPECT_EQ(program_->wait(60), 3);
    EXPECT_NE(output().find("film.yaml:5:1: error: "), std::string::npos) << output();
}

}  // namespace
}  // namespace ebbflow::test
