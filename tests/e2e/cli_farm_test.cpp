// tools/farm/slurm with an sbatch of the test's own, which writes down how it was called and runs
// the tasks one after another; and what `join` makes of parts of several films.

#include <gmock/gmock.h>

#include <cstdlib>

#include "support/program.hpp"

namespace ebbflow::test {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

// A job array, or the job after it, at once; a % of the log's name as Slurm reads it.
constexpr std::string_view kSbatch = R"sh(#!/usr/bin/env bash
printf '%s\n' "$@" >>"$(dirname "$0")/called"
tasks=1 log=
while [[ $1 == --* ]]; do
    case $1 in
        --array=1-*) tasks=${1#--array=1-} ;;
        --output=*) log=${1#--output=} ;;
    esac
    shift
done
for task in $(seq "$tasks"); do
    file=${log//%%/PERCENT} file=${file//%a/$task} file=${file//PERCENT/%}
    SLURM_ARRAY_TASK_ID=$task "$@" >>"$file" 2>&1
done
echo 7
)sh";

constexpr std::string_view kFilm = R"(title: {en: Film, ru: Фильм}
languages: [ru, en]
frame: {size: 96x64, rate: 25}
source: A register
movements:
  - {kind: students, from: Peking, to: Moscow, when: 1951-08, count: 375}
chapters:
  - {id: one, title: {en: One, ru: Один}, date: 1951, length: 0.4, show: [Peking, Moscow],
     caption: {en: Off., ru: Едут.}}
  - {id: two, title: {en: Two, ru: Два}, date: 1952, length: 0.4}
)";

class Farm : public ProgramTest {
protected:
    void SetUp() override {
        writeText(at("film.yaml"), kFilm);
        for (const char* folder : {"bin", "whole", "parts"}) fs::create_directory(at(folder));
        writeText(at("bin/sbatch"), kSbatch);
        fs::permissions(at("bin/sbatch"), fs::perms::owner_all);
    }
    [[nodiscard]] static Arguments with(Arguments all, const Arguments& more) {
        all.insert(all.end(), {"--software", "--quiet", "--segment", "5"});
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }
    [[nodiscard]] Said submit(const std::string& output, const Arguments& more) const {
        Launch launch = launchOf({});
        launch.command = with({std::string(EBBFLOW_SOURCE_DIR) + "/tools/farm/slurm",
                               at("film.yaml"), "-o", at(output), "--parts", "2"},
                              more);
        launch.environment.emplace_back("EBBFLOW", EBBFLOW_PROGRAM);
        launch.environment.emplace_back("PATH", at("bin") + ":" + std::getenv("PATH"));
        Process process(launch);
        return said(process.wait(300).value_or(-1));
    }
    /// Everything that one run writes is there, byte for byte, and nothing else but logs.
    void expectAsWhole() const {
        for (const auto& entry : fs::directory_iterator(at("whole"))) {
            const std::string name = entry.path().filename();
            EXPECT_TRUE(readText(entry.path()) == readText(at("parts/" + name))) << name;
        }
        for (const auto& entry : fs::directory_iterator(at("parts"))) {
            const std::string name = entry.path().filename();
            EXPECT_TRUE(name.ends_with(".log") || fs::exists(at("whole/" + name))) << name;
        }
    }
    void render(const std::string& output, const Arguments& more) const {
        const Said one = run(with({"render", at("film.yaml"), "-o", at(output)}, more));
        ASSERT_EQ(one.status, 0) << one.err;
    }
};

TEST_F(Farm, MakesTwoLanguagesInTwoParts) {
    const Arguments both{"--language", "en,ru", "--captions", "srt,vtt"};
    ASSERT_NO_FATAL_FAILURE(render("whole/ka.mp4", both));
    const Said said = submit("parts/ka.mp4", both);
    ASSERT_EQ(said.status, 0) << said.err;
    EXPECT_THAT(readText(at("parts/ka.mp4.log/join.log")),
                AllOf(HasSubstr("ka.en.mp4: joined"), HasSubstr("ka.ru.mp4: joined")));
    expectAsWhole();
    // The same line again finds nothing to do.
    fs::remove_all(at("parts/ka.mp4.log"));
    ASSERT_EQ(submit("parts/ka.mp4", both).status, 0);
    EXPECT_THAT(readText(at("parts/ka.mp4.log/join.log")),
                AllOf(HasSubstr("ka.ru.mp4: finished already"), Not(HasSubstr("ebbflow:"))));
    expectAsWhole();
}

TEST_F(Farm, RefusesAFolderThatIsNotThere) {
    const Said said = submit("prats/ka.mp4", {});
    EXPECT_EQ(said.status, 1);
    EXPECT_THAT(said.err, HasSubstr("there is no folder " + at("prats")));
    EXPECT_FALSE(fs::exists(at("prats")));
    EXPECT_FALSE(fs::exists(at("bin/called")));
}

TEST_F(Farm, DoublesThePercentOfNumberedFrames) {
    ASSERT_EQ(submit("parts/%05d.png", {}).status, 0);
    EXPECT_THAT(readText(at("bin/called")),
                HasSubstr("--output=" + at("parts/%%05d.png.log/part-%a.log")));
    EXPECT_TRUE(fs::exists(at("parts/%05d.png.log/part-2.log")));
    EXPECT_TRUE(fs::exists(at("parts/00019.png")));
    EXPECT_TRUE(fs::exists(at("parts/frames.manifest.json")));
}

using Family = Farm;

TEST_F(Family, OfChaptersAndLayersIsJoinedWithItsPapers) {
    const Arguments all{"--codec", "prores-4444",   "--layers",   "map,text", "--language",
                        "en,ru",   "--per-chapter", "--captions", "srt"};
    ASSERT_NO_FATAL_FAILURE(render("whole/ka.mov", all));
    for (const char* part : {"1/2", "2/2"}) {
        Arguments some = all;
        some.insert(some.end(), {"--part", part});
        ASSERT_NO_FATAL_FAILURE(render("parts/ka.mov", some));
    }
    const Said joined = run({"join", "-o", at("parts/ka.mov")});
    ASSERT_EQ(joined.status, 0) << joined.err;
    expectAsWhole();
    EXPECT_EQ(readText(at("parts/ka.layers.txt")).find("ka.map.mov"), std::string::npos);
    EXPECT_THAT(readText(at("parts/ka.layers.txt")),
                AllOf(HasSubstr("\nka.one.map.mov: layer: map"),
                      HasSubstr("\nka.two.text.ru.mov: layer: text")));
    EXPECT_THAT(readText(at("parts/ka.text.ru.edl")),
                AllOf(HasSubstr("TITLE: Film\n"), HasSubstr("GREEN   Один")));
    EXPECT_THAT(readText(at("parts/ka.text.en.edl")), HasSubstr("GREEN   One"));
}

TEST_F(Family, IsJoinedFilmByFilmAllOrNothing) {
    ASSERT_NO_FATAL_FAILURE(render("parts/ka.mp4", {"--language", "en,ru", "--part", "1/2"}));
    ASSERT_NO_FATAL_FAILURE(render("parts/ka.en.mp4", {"--language", "en", "--part", "2/2"}));
    const Said joined = run({"join", "-o", at("parts/ka.mp4")});
    EXPECT_EQ(joined.status, 1);
    EXPECT_THAT(joined.err, AllOf(HasSubstr("ka.en.mp4: joined"),
                                  HasSubstr("ka.ru.mp4 cannot be joined: frames 10 to 19")));
    EXPECT_TRUE(fs::exists(at("parts/ka.en.mp4")));
    EXPECT_FALSE(fs::exists(at("parts/ka.ru.mp4")));
}

TEST_F(Family, OfLayersThatFitTheirLanguageHasOneSheet) {
    ASSERT_NO_FATAL_FAILURE(
        render("whole/ka.mov", {"--codec", "prores-4444", "--layers", "map,text", "--language",
                                "en,ru", "--fit-language", "--to", "f1"}));
    EXPECT_THAT(
        readText(at("whole/ka.layers.txt")),
        AllOf(HasSubstr("ka.map.mov"), HasSubstr("ka.text.en.mov"), HasSubstr("ka.text.ru.mov")));
}

TEST_F(Family, OfNumberedLayersHasASheetAmongThem) {
    ASSERT_NO_FATAL_FAILURE(render("whole/%05d.png", {"--layers", "map,lights", "--to", "f2"}));
    EXPECT_EQ(readText(at("whole/layers.txt")),
              "From the bottom up:\nmap/%05d.png: layer: map; opaque, at the bottom\n"
              "lights/%05d.png: layer: lights on black; blend: add\n");
    ASSERT_NO_FATAL_FAILURE(
        render("parts/%05d.png", {"--layers", "map,lights", "--to", "f2", "--part", "1/1"}));
    const Said joined = run({"join", "-o", at("parts/%05d.png")});
    ASSERT_EQ(joined.status, 0) << joined.err;
    EXPECT_EQ(readText(at("parts/layers.txt")), readText(at("whole/layers.txt")));
}

}  // namespace
}  // namespace ebbflow::test
