// A stranger's scene, checked from outside: what it may open, and what it may make the terminal do.

#include <gmock/gmock.h>

#include "support/program.hpp"
#include "support/sound_files.hpp"

namespace ebbflow::test {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kScript = R"(title: Film
source: A register
chapters:
  - date: 1951
    show: [Peking, Moscow]
    caption: They leave.
)";

class Stranger : public ProgramTest {
protected:
    void SetUp() override {
        fs::create_directories(folder_ / "scene");
        fs::create_directories(folder_ / "outside");
    }
    void script(const std::string& more) const {
        writeText(folder_ / "scene/film.yaml", std::string(kScript) + more);
    }
    [[nodiscard]] Said check(const Arguments& more = {}) const {
        Arguments arguments{"check", at("scene")};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return run(arguments);
    }
    /// Refused by itself; taken where the folder is allowed, and where the scene is trusted.
    void expectOutside(const std::string& gist) const {
        const Said refused = check();
        EXPECT_EQ(refused.status, 3);
        EXPECT_THAT(refused.err,
                    AllOf(HasSubstr("film.yaml"), HasSubstr(gist),
                          HasSubstr("--allow " + fs::canonical(folder_ / "outside").string())));
        EXPECT_EQ(check({"--allow", at("outside")}).status, 0)
            << check({"--allow", at("outside")}).err;
        EXPECT_EQ(check({"--trust"}).status, 0);
        EXPECT_EQ(check({"--allow", at("scene"), "--network"}).status, 3);
    }
};

TEST_F(Stranger, ReadsNoTableOutsideOfItsFolder) {
    writeText(folder_ / "outside/m.csv",
              "kind,from,to,when,count\nstudents,Peking,Moscow,1951,5\n");
    script("movements: ../outside/m.csv\n");
    expectOutside("m.csv");
}

TEST_F(Stranger, ReadsNoSoundOutsideOfItsFolder) {
    writeWav(folder_ / "outside/a.wav", 4800, clickAt(100));
    fs::create_symlink(folder_ / "outside/a.wav", folder_ / "scene/a.wav");
    script("    narration: a.wav\n");
    expectOutside("a.wav");
}

TEST_F(Stranger, ReadsNoFontOutsideOfItsFolder) {
    fs::copy("/usr/share/fonts/truetype/paratype/PTS55F.ttf", folder_ / "outside/a.ttf");
    for (const char* fonts : {"{sans: ../outside/a.ttf}", "{scripts: {hebrew: ../outside/a.ttf}}",
                              "{languages: {ur: ../outside/a.ttf}}"}) {
        SCOPED_TRACE(fonts);
        script("style: {fonts: " + std::string(fonts) + "}\n");
        expectOutside("a.ttf");
    }
}

TEST_F(Stranger, ReadsNoPictureOutsideOfItsFolder) {
    ASSERT_EQ(
        run({"still", smallScene(), "--at", "0", "--size", "128x72", "-o", at("outside/a.png")})
            .status,
        0);
    script("    images:\n      - {file: ../outside/a.png, credit: A}\n");
    expectOutside("a.png");
}

TEST_F(Stranger, IsNoScriptThatLeadsOutsideOfItsFolder) {
    writeText(folder_ / "outside/secret", kScript);
    fs::create_symlink(folder_ / "outside/secret", folder_ / "scene/film.yaml");
    expectOutside("secret");
    EXPECT_EQ(run({"check", at("scene/film.yaml")}).status, 0) << "the user's own word";
}

TEST_F(Stranger, SteersNoTerminal) {
    const std::string evil =
        R"(\e]0;PWNED\a\e[2J\e[31m\r\0\x9b31m\u202E\u2066ok: 0 errors\nfilm.yaml: fine)";
    writeText(folder_ / "scene/film.yaml",
              "title: \"T\"\nsource: S\n\"" + evil + "\": 1\nchapters:\n  - {date: \"" + evil +
                  "\", show: [\"" + evil + "\"], caption: x, id: \"" + evil + "\"}\n");
    for (const Arguments& arguments : {Arguments{"check", at("scene")},
                                       {"check", at("scene"), "--json"},
                                       {"audit", at("scene")},
                                       {"render", at("scene"), "-o", at("a.mp4"), "--software"}}) {
        const Said said = run(arguments);
        EXPECT_EQ(said.status, 3);
        for (const std::string& text : {said.out, said.err}) {
            EXPECT_THAT(text,
                        AllOf(Not(HasSubstr("\x1b")), Not(HasSubstr("\x07")), Not(HasSubstr("\r")),
                              Not(HasSubstr("\xC2\x9B")), Not(HasSubstr("\u202E")),
                              Not(HasSubstr("\u2066")), Not(HasSubstr(std::string(1, '\0'))),
                              Not(HasSubstr("\nfilm.yaml: fine"))));
        }
        EXPECT_THAT(said.out + said.err, HasSubstr("\\x1b"));
    }
}

/// Before a row is read.
TEST_F(Stranger, IsRefusedMoreThanTheLimits) {
    writeText(folder_ / "scene/m.csv", [] {
        std::string table = "kind,from,to,when,count\n";
        for (int i = 0; i < 2'100'000; ++i) table += "a,b,c,d,1\n";
        return table;
    }());
    script("movements: m.csv\n");
    const Said said = check();
    EXPECT_EQ(said.status, 3);
    EXPECT_THAT(said.err, AllOf(HasSubstr("m.csv: error: has more than 2000000 rows"),
                                HasSubstr("--no-limits")));
}

}  // namespace
}  // namespace ebbflow::test
