// Renders that are killed and taken up again, made in parts, joined and verified, from outside. The
// film at the end is the one of a single run, byte for byte.

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <csignal>
#include <cstdlib>
#include <random>

#include <nlohmann/json.hpp>

#include "support/program.hpp"

namespace ebbflow::test {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::ContainsRegex;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class LongRender : public ProgramTest {
protected:
    /// Segments of five frames, twelve unless the end is named.
    static Arguments renderOf(const std::string& scene, const std::string& output,
                              const Arguments& more, const std::string& end = "f60") {
        Arguments all{"render", scene,     "-o",        output, "--software", "--quiet",
                      "--size", "320x180", "--segment", "5",    "--to",       end};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }
    void make(const std::string& output, const Arguments& more = {},
              const std::string& end = "f60") const {
        const Said said = run(renderOf(smallScene(), at(output), more, end));
        ASSERT_EQ(said.status, 0) << said.err;
    }

    /// Changes a JSON file of the test's folder.
    template <class Change>
    void edit(const std::string& name, Change change) const {
        auto json = nlohmann::json::parse(readText(folder_ / name));
        change(json);
        writeText(folder_ / name, json.dump());
    }
};

/// How often a render is killed before it may end: three times, or as the night's script says.
int killsWanted() {
    const char* asked = std::getenv("EBBFLOW_KILLS");
    return asked != nullptr ? std::max(1, std::atoi(asked)) : 3;
}

TEST_F(LongRender, KilledAtAnyMomentAndResumedIsTheSameFilm) {
    const double begin = secondsNow();
    ASSERT_NO_FATAL_FAILURE(make("whole.mp4"));
    const double length = secondsNow() - begin;
    const std::string whole = readText(folder_ / "whole.mp4");
    const auto expectWhole = [&] {
        EXPECT_TRUE(readText(folder_ / "killed.mp4") == whole);
        EXPECT_FALSE(fs::exists(folder_ / "killed.mp4.part.d"));
    };
    std::mt19937 random(1950);
    const Arguments again = renderOf(smallScene(), at("killed.mp4"), {"--resume"});
    int films = 0;
    for (int kills = 0; kills < killsWanted();) {
        Process program(launchOf(again));
        auto status = program.wait(std::uniform_real_distribution(0.1, length)(random));
        if (!status) {
            program.signal(SIGKILL);
            status = program.wait(60);
        }
        if (status == 0) {
            // It was done before its time came: that is right too, and another one begins.
            expectWhole();
            fs::remove(folder_ / "killed.mp4");
            ++films;
            continue;
        }
        ASSERT_EQ(status, 128 + SIGKILL) << said(*status).err;
        const bool named = fs::exists(folder_ / "killed.mp4");
        EXPECT_TRUE(!named || readText(folder_ / "killed.mp4") == whole) << "half a film";
        ++kills;
    }
    const Said last = run(again);
    ASSERT_EQ(last.status, 0) << last.err;
    expectWhole();
    fmt::print("{} kills, {} films\n", killsWanted(), films + 1);
}

/// A film of two chapters in two languages: four files of two seconds each.
class Batch : public LongRender {
protected:
    void SetUp() override {
        writeText(at("film.yaml"), R"(title: {en: Film, ru: Фильм}
languages: [en, ru]
frame: {size: 320x180, rate: 25}
source: A register
movements:
  - {kind: students, from: Peking, to: Moscow, when: 1951-08, count: 375}
chapters:
  - {id: one, title: {en: One, ru: Один}, date: 1951, length: 1, show: [Peking, Moscow],
     caption: {en: They leave., ru: Они уезжают.}}
  - {id: two, title: {en: Two, ru: Два}, date: 1952, length: 1}
)");
        fs::create_directory(folder_ / "whole");
        fs::create_directory(folder_ / "killed");
    }
    [[nodiscard]] Arguments batch(const std::string& output, const Arguments& more) const {
        Arguments all{"render",     at("film.yaml"), "-o",         at(output),
                      "--software", "--segment",     "5",          "--language",
                      "en,ru",      "--per-chapter", "--captions", "srt"};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }
    /// Starts one and kills it as soon as that is there.
    void killWhen(const Arguments& arguments, const std::string& there) const {
        Process program(launchOf(arguments));
        ASSERT_TRUE(
            eventually([&] { return fs::exists(folder_ / there) || !program.running(); }, 200));
        program.signal(SIGKILL);
        ASSERT_EQ(program.wait(60), 128 + SIGKILL) << "it was done before it could be killed";
    }
    /// All files of one folder are those of the other, byte for byte.
    void expectSame(const std::string& one, const std::string& other) const {
        std::vector<std::string> here, there;
        for (const auto& entry : fs::directory_iterator(folder_ / one)) {
            here.push_back(entry.path().filename());
            EXPECT_TRUE(readText(entry.path()) == readText(folder_ / other / here.back()))
                << here.back();
        }
        for (const auto& entry : fs::directory_iterator(folder_ / other))
            there.push_back(entry.path().filename());
        EXPECT_THAT(here, testing::UnorderedElementsAreArray(there));
    }
};

TEST_F(Batch, KilledInItsSecondFileIsResumedAndTheFirstLeftAlone) {
    ASSERT_EQ(run(batch("whole/film.mp4", {})).status, 0);
    ASSERT_NO_FATAL_FAILURE(
        killWhen(batch("killed/film.mp4", {}), "killed/film.two.en.mp4.part.d/00000025.json"));
    ASSERT_TRUE(fs::exists(folder_ / "killed/film.one.ru.mp4"));
    const auto before = fs::last_write_time(folder_ / "killed/film.one.ru.mp4");
    const Said refused = run(batch("killed/film.mp4", {}));
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.err, HasSubstr("is already there; --force writes over it"));
    const Said other = run(batch("killed/film.mp4", {"--resume", "--crf", "30"}));
    EXPECT_EQ(other.status, 1);
    EXPECT_THAT(other.err, HasSubstr("as another film: crf was 21 and is 30"));
    const Said last = run(batch("killed/film.mp4", {"--resume", "--force"}));
    ASSERT_EQ(last.status, 0) << last.err;
    EXPECT_THAT(last.err,
                AllOf(HasSubstr("film.one.en.mp4: finished already"),
                      HasSubstr("film.one.ru.mp4: finished already"),
                      // Segments of five, as many as were done at a time.
                      ContainsRegex("film.two.en.mp4: [0-9]*[05] frames are there already")));
    EXPECT_TRUE(fs::last_write_time(folder_ / "killed/film.one.ru.mp4") == before);
    expectSame("whole", "killed");
    // With nothing left to do it does nothing, and papers are no hindrance.
    const Said again = run(batch("killed/film.mp4", {"--resume"}));
    EXPECT_EQ(again.status, 0) << again.err;
    expectSame("whole", "killed");
}

TEST_F(Batch, KilledBetweenTheEndsOfTwoFilmsIsResumed) {
    ASSERT_EQ(run(batch("whole/film.mp4", {})).status, 0);
    ASSERT_NO_FATAL_FAILURE(killWhen(batch("killed/film.mp4", {}), "killed/film.one.en.mp4"));
    const Said last = run(batch("killed/film.mp4", {"--resume"}));
    ASSERT_EQ(last.status, 0) << last.err;
    expectSame("whole", "killed");
}

TEST_F(Batch, AFilmThatHasItsFolderStillIsTidiedUp) {
    ASSERT_EQ(run(batch("whole/film.mp4", {"--part", "1/1"})).status, 0);
    fs::copy(folder_ / "whole/film.one.en.mp4.part.d", folder_ / "kept.d");
    ASSERT_EQ(run(batch("whole/film.mp4", {"--resume"})).status, 0);
    fs::copy(folder_ / "kept.d", folder_ / "whole/film.one.en.mp4.part.d");
    const std::string film = readText(folder_ / "whole/film.one.en.mp4");
    const Said refused = run(batch("whole/film.mp4", {}));
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.err, HasSubstr("holds finished segments"));
    const Said tidied = run(batch("whole/film.mp4", {"--resume"}));
    ASSERT_EQ(tidied.status, 0) << tidied.err;
    EXPECT_FALSE(fs::exists(folder_ / "whole/film.one.en.mp4.part.d"));
    EXPECT_TRUE(readText(folder_ / "whole/film.one.en.mp4") == film);
    edit("whole/film.one.en.mp4.manifest.json",
         [](auto& manifest) { manifest["segments"][0]["machine"]["cpu_class"] = "x86-64-v0"; });
    const Said foreign = run(batch("whole/film.mp4", {"--resume"}));
    EXPECT_EQ(foreign.status, 1);
    EXPECT_THAT(foreign.err, AllOf(HasSubstr("another machine made it"), HasSubstr("x86-64-v0")));
    // A damaged film is none that is finished.
    writeText(folder_ / "whole/film.one.en.mp4", film.substr(0, film.size() - 1));
    const Said damaged = run(batch("whole/film.mp4", {"--resume"}));
    EXPECT_EQ(damaged.status, 1);
    EXPECT_THAT(damaged.err, HasSubstr("it is not as it was written"));
}

TEST_F(LongRender, KilledNumberedFramesAreResumed) {
    fs::create_directories(folder_ / "whole");
    fs::create_directories(folder_ / "killed");
    ASSERT_NO_FATAL_FAILURE(make("whole/%05d.png", {}, "f20"));
    const Arguments again = renderOf(smallScene(), at("killed/%05d.png"), {"--resume"}, "f20");
    {
        Process program(launchOf(again));
        ASSERT_TRUE(eventually(
            [&] { return fs::exists(folder_ / "killed/00007.png") || !program.running(); }, 200));
        program.signal(SIGKILL);
        (void)program.wait(60);
    }
    const Said last = run(again);
    ASSERT_EQ(last.status, 0) << last.err;
    for (int frame = 0; frame < 20; ++frame) {
        const std::string name = fmt::format("{:05}.png", frame);
        EXPECT_TRUE(readText(folder_ / "whole" / name) == readText(folder_ / "killed" / name));
    }
    EXPECT_EQ(std::distance(fs::directory_iterator(folder_ / "killed"), {}), 21);
}

TEST_F(LongRender, OfAnEditedSceneIsNotResumed) {
    const std::string scene = at("film.yaml");
    writeText(scene, readText(smallScene() + "/film.yaml"));
    const Said part = run(renderOf(scene, at("a.mp4"), {"--part", "1/4"}));
    ASSERT_EQ(part.status, 0) << part.err;
    writeText(scene, readText(scene) + "# looked at again\n");
    const Said refused = run(renderOf(scene, at("a.mp4"), {"--resume", "--crf", "30"}));
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.err, AllOf(HasSubstr("input film.yaml has changed"),
                                   HasSubstr("crf was 21 and is 30"), HasSubstr("--force")));
    EXPECT_TRUE(fs::exists(folder_ / "a.mp4.part.d/00000000.nut")) << "nothing is lost over it";
}

TEST_F(LongRender, PartsAtTheSameTimeJoinToTheSameFilm) {
    ASSERT_NO_FATAL_FAILURE(make("whole.mp4"));
    {
        Process one(launchOf(renderOf(smallScene(), at("a.mp4"), {"--part", "1/2"})));
        Process two(launchOf(renderOf(smallScene(), at("a.mp4"), {"--part", "2/2"})));
        EXPECT_EQ(one.wait(300), 0);
        EXPECT_EQ(two.wait(300), 0);
    }
    EXPECT_FALSE(fs::exists(folder_ / "a.mp4"));
    const Said joined = run({"join", "-o", at("a.mp4")});
    ASSERT_EQ(joined.status, 0) << joined.err;
    EXPECT_EQ(joined.err, "");
    EXPECT_TRUE(readText(folder_ / "a.mp4") == readText(folder_ / "whole.mp4"));
    EXPECT_TRUE(readText(folder_ / "a.mp4.manifest.json") ==
                readText(folder_ / "whole.mp4.manifest.json"));
    EXPECT_FALSE(fs::exists(folder_ / "a.mp4.part.d"));
}

TEST_F(LongRender, JoinNamesWhatIsMissingAndWarnsOfMixedMachines) {
    ASSERT_NO_FATAL_FAILURE(make("one.mp4", {"--part", "1/2"}));
    const Said lacking = run({"join", "-o", at("one.mp4")});
    EXPECT_EQ(lacking.status, 1);
    EXPECT_THAT(lacking.err, HasSubstr("frames 30 to 59 are missing"));
    ASSERT_NO_FATAL_FAILURE(make("two.mp4", {"--part", "2/2"}));
    edit("two.mp4.part.d/00000030.json",
         [](auto& record) { record["machine"]["cpu_class"] = "x86-64-v0"; });
    const Said joined =
        run({"join", at("one.mp4.part.d"), at("two.mp4.part.d"), "-o", at("film.mp4")});
    ASSERT_EQ(joined.status, 0) << joined.err;
    EXPECT_THAT(joined.err, AllOf(HasSubstr("warning: "), HasSubstr("x86-64-v0")));
    EXPECT_TRUE(fs::exists(folder_ / "one.mp4.part.d")) << "folders that were named stay";
}

TEST_F(LongRender, VerifyFindsFramesThatDiffer) {
    ASSERT_NO_FATAL_FAILURE(make("a.mp4"));
    const Said good = run({"verify", at("a.mp4"), "--sample", "3"});
    EXPECT_EQ(good.status, 0) << good.err;
    EXPECT_THAT(good.out, HasSubstr("3 frames were drawn again, 3 of them as they were"));
    edit("a.mp4.manifest.json", [](auto& manifest) {
        manifest["segments"][3]["frames"][2] = "0123456789abcdef";
        for (auto& segment : manifest["segments"]) segment["machine"]["gl"] = "Mesa of old";
    });
    const Said bad = run({"verify", at("a.mp4"), "--all"});
    EXPECT_EQ(bad.status, 1);
    EXPECT_THAT(bad.out, AllOf(HasSubstr("frames 17 differ\n"), HasSubstr("59 of them")));
    EXPECT_THAT(bad.err,
                AllOf(HasSubstr("warning: this machine differs"), HasSubstr("Mesa of old")));

    const std::string film = readText(folder_ / "a.mp4");
    writeText(folder_ / "a.mp4", film.substr(0, film.size() - 1));
    const Said cut = run({"verify", at("a.mp4"), "--sample", "1"});
    EXPECT_EQ(cut.status, 1);
    EXPECT_THAT(cut.out, HasSubstr("is not as it was written"));
}

TEST_F(LongRender, VerifyWarnsOfAnEditedScene) {
    const std::string scene = at("film.yaml");
    writeText(scene, readText(smallScene() + "/film.yaml"));
    ASSERT_EQ(run(renderOf(scene, at("a.mp4"), {})).status, 0);
    std::string text = readText(scene);
    text.replace(text.find("the first 375"), 13, "a few hundred");
    fs::create_directory(folder_ / "moved");
    writeText(folder_ / "moved/film.yaml", text);
    const Said said = run({"verify", at("a.mp4"), at("moved"), "--all"});
    EXPECT_EQ(said.status, 1);
    EXPECT_THAT(said.err, HasSubstr("input film.yaml has changed"));
    EXPECT_THAT(said.out, HasSubstr(" differ\n"));
}

TEST_F(LongRender, PartsThatThereCannotBeAreWrongUsage) {
    const Said said = run(renderOf(smallScene(), at("a.mp4"), {"--part", "9/8"}));
    EXPECT_EQ(said.status, 2);
    EXPECT_THAT(said.err, HasSubstr("`9/8` is no part"));
    EXPECT_THAT(names(), IsEmpty());
}

}  // namespace
}  // namespace ebbflow::test
