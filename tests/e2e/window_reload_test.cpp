// Saving while the film plays: a good save is taken over where the film stands, a broken one leaves
// the last good film and says why.

#include <cstdint>

#include "core/whole_file.hpp"
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

bool isNearlyBlack(const core::Image& image) {
    std::uint64_t light = 0;
    for (std::size_t i = 0; i < image.rgba.size(); ++i) light += i % 4 == 3 ? 0U : image.rgba[i];
    return light < image.rgba.size();
}

/// A film that is a link to a folder, as INSTALL.md has it: each version in one of its own.
class VersionsOfAKiosk : public Reload {
protected:
    void SetUp() override {
        Reload::SetUp();
        film_ = folder_ / "film";
        keep("2026", "First");
        keep("2027", "Second");
        keep("broken", "Third", "nonsense: 1\n");
        link("2026");
        play(film_, {"--kiosk", "--watch", "--folder", folder_.string(), "--scale", "0.4", "--log",
                     "show.log", "--from", "2"});
    }
    void keep(const std::string& version, const std::string& caption,
              const std::string& more = "") {
        save(caption, more);
        fs::copy(scene_, folder_ / version, fs::copy_options::recursive);
    }
    void link(const std::string& version) const {
        fs::create_directory_symlink(folder_ / version, folder_ / "next");
        fs::rename(folder_ / "next", film_);
    }
    /// Looks at the screen until then.
    [[nodiscard]] bool neverBlackUntil(const std::string& key,
                                       const std::function<bool(const std::string&)>& good) const {
        bool black = false;
        const bool came = becomes(key, [&](const std::string& now) {
            const auto seen = display_->window();
            black = black || (seen && isNearlyBlack(*seen));
            return good(now);
        });
        return came && !black;
    }
    fs::path film_;
};

TEST_F(VersionsOfAKiosk, AreTakenOverWhereTheFilmRunsAndNothingTurnsBlack) {
    const double before = time();
    link("2027");
    ASSERT_TRUE(neverBlackUntil("reloads", [](const std::string& now) { return now == "1"; }));
    const double after = time();
    EXPECT_GE(after, before) << "it runs on where it was";
    EXPECT_TRUE(neverBlackUntil(
        "time", [&](const std::string& now) { return std::stod(now) > after + 1; }));
    EXPECT_EQ(status().at("state"), "playing");
}

TEST_F(VersionsOfAKiosk, OneWithFaultsIsRefusedAndTheOldOneGoesOn) {
    link("broken");
    ASSERT_TRUE(problemNames("film.yaml:5:"));
    const double refused = time();
    ASSERT_TRUE(becomes("time", [&](const std::string& t) { return std::stod(t) > refused + 1; }));
    EXPECT_EQ(status().at("reloads"), "0");
    EXPECT_NE(
        core::readWhole(folder_ / "show.log").find("not reloaded; the last good film goes on"),
        std::string::npos);
    link("2027");
    ASSERT_TRUE(becomes("reloads", "1"));
    EXPECT_TRUE(becomes("problem", ""));
}

TEST_F(Reload, ASceneThatIsBrokenFromTheStartIsNotShown) {
    save("First", "nonsense: 1\n");
    launch(scene_, {});
    EXPECT_EQ(program_->wait(60), 3);
    EXPECT_NE(output().find("film.yaml:5:1: error: "), std::string::npos) << output();
}

}  // namespace
}  // namespace ebbflow::test
