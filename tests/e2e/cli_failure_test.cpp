// When the world fails, or the user changes his mind: one sentence, the right exit status, and
// never half a file under the final name.

#include <gmock/gmock.h>

#include <algorithm>
#include <csignal>

#include "encode/png.hpp"
#include "support/program.hpp"

namespace ebbflow::test {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

Arguments render(const std::string& output, const Arguments& more) {
    Arguments all{"render",  smallScene(), "-o",      output, "--software",
                  "--quiet", "--size",     "320x180", "--to", "f10"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

/// Exit status and the shape of what is said: one sentence, and which.
void expectSentence(const Said& said, int status, const std::string& words) {
    EXPECT_EQ(said.status, status) << said.err;
    EXPECT_THAT(said.err, StartsWith("ebbflow: "));
    EXPECT_THAT(said.err, HasSubstr(words));
    EXPECT_EQ(std::ranges::count(said.err, '\n'), 1) << said.err;
    EXPECT_EQ(said.out, "");
}

using Failure = ProgramTest;

TEST_F(Failure, WhatIsThereIsOverwrittenOnlyWithForce) {
    const auto stillOf = [&](const std::string& output) {
        return Arguments{"still",    smallScene(), "--at",   "3",      "-o",
                         at(output), "--software", "--size", "320x180"};
    };
    const auto sheetOf = [&](const std::string& output) {
        return Arguments{"storyboard", smallScene(), "-o", at(output), "--software"};
    };
    for (const char* name : {"a.mp4", "b.png", "c.png"}) writeText(folder_ / name, "mine");
    expectSentence(run(render(at("a.mp4"), {})), 1, "--force");
    expectSentence(run(stillOf("b.png")), 1, "--force");
    expectSentence(run(sheetOf("c.png")), 1, "--force");
    for (const char* name : {"a.mp4", "b.png", "c.png"}) {
        EXPECT_EQ(readText(folder_ / name), "mine");
    }
    EXPECT_THAT(names(), ElementsAre("a.mp4", "b.png", "c.png"));
    EXPECT_EQ(run(render(at("a.mp4"), {"--force"})).status, 0);
    EXPECT_GT(fs::file_size(folder_ / "a.mp4"), 1000U);
}

class Stopped : public ProgramTest, public testing::WithParamInterface<int> {};

TEST_P(Stopped, LeavesNothingUnderTheFinalName) {
    Launch launch = launchOf({"render", smallScene(), "-o", at("film.mp4"), "--software", "--quiet",
                              "--segment", "5", "--size", "640x360"});
    Process program(launch);
    // A segment is finished, so that this is in the midst of it.
    ASSERT_TRUE(eventually(
        [&] {
            std::error_code none;
            return fs::exists(folder_ / "film.mp4.part.d" / "00000005.nut", none) ||
                   !program.running();
        },
        200));
    ASSERT_TRUE(program.running()) << said(-1).err;
    program.signal(GetParam());
    EXPECT_EQ(program.wait(60), 1);
    expectSentence(said(1), 1, "interrupted");
    EXPECT_THAT(said(1).err, HasSubstr("--resume"));
    EXPECT_THAT(names(), ElementsAre("film.mp4.part.d")) << "finished segments, to be taken up";
    // It is not thrown away unasked, and can be made after all.
    expectSentence(run(render(at("film.mp4"), {})), 1, "--resume goes on from them, --force");
    EXPECT_EQ(run(render(at("film.mp4"), {"--force"})).status, 0);
    EXPECT_THAT(names(), ElementsAre("film.mp4", "film.mp4.manifest.json"));
}

INSTANTIATE_TEST_SUITE_P(Signals, Stopped, testing::Values(SIGINT, SIGTERM), [](const auto& s) {
    return std::string(s.param == SIGINT ? "Interrupt" : "Terminate");
});

TEST_F(Failure, AFolderThatTakesNoFiles) {
    fs::create_directory(folder_ / "closed");
    fs::permissions(folder_ / "closed", fs::perms::owner_read | fs::perms::owner_exec);
    Launch bound;
    bound.withoutPrivilege = true;
    expectSentence(run(render(at("closed/film.mp4"), {}), bound), 1, "Permission denied");
    expectSentence(run({"still", smallScene(), "--at", "3", "-o", at("closed/a.png"), "--software",
                        "--size", "320x180"},
                       bound),
                   1, "Permission denied");
    EXPECT_TRUE(fs::is_empty(folder_ / "closed"));
    expectSentence(run(render(at("nowhere/film.mp4"), {})), 1, "nowhere");
    EXPECT_THAT(names(), ElementsAre("closed"));
}

TEST_F(Failure, OfASceneThatDoesNotFitOnTheDiskNothingStays) {
    Launch full;
    full.disk = 1000;
    expectSentence(run({"new", at("new/film")}, full), 1, "File too large");
    EXPECT_THAT(names(), IsEmpty());
    fs::create_directory(folder_ / "mine");
    expectSentence(run({"new", at("mine")}, full), 1, "film.yaml");
    EXPECT_TRUE(fs::is_empty(folder_ / "mine"));
    EXPECT_EQ(run({"new", at("mine")}).status, 0);
}

TEST_F(Failure, AFullDisk) {
    Launch full;
    full.disk = 3000;
    expectSentence(run(render(at("film.mp4"), {}), full), 1, "film.mp4");
    EXPECT_THAT(names(), IsEmpty());
    expectSentence(run({"still", smallScene(), "--at", "3", "-o", at("a.png"), "--software",
                        "--size", "320x180"},
                       full),
                   1, "a.png");
    expectSentence(run(render(at("frames/%05d.png"), {}), full), 1, "frames/");
    // The first frames are black and small: those that fit are there, and whole.
    for (const auto& entry : fs::directory_iterator(folder_ / "frames")) {
        if (entry.path().filename() == "frames.part.d") continue;
        EXPECT_EQ(entry.path().extension(), ".png");
        EXPECT_EQ(encode::readPng(entry.path()).width, 320);
    }
    EXPECT_FALSE(fs::exists(folder_ / "frames" / "00009.png"));
    EXPECT_FALSE(fs::exists(folder_ / "a.png"));
}

TEST_F(Failure, AReportThatCannotBeWrittenWholeIsNoSuccess) {
    for (const Arguments& words : {Arguments{"audit", smallScene()},
                                   {"audit", smallScene(), "--json"},
                                   {"schema"},
                                   {"render", "--help"},
                                   {"check", smallScene(), "--json"}}) {
        Launch full = launchOf(words);
        full.output = "/dev/full";
        EXPECT_EQ(Process(full).wait(60), 1) << words.front();
        EXPECT_EQ(readText(full.errors),
                  "ebbflow: cannot write to the standard output: No space left on device\n")
            << words.front();
    }
}

TEST_F(Failure, EncodersThatAreNotThere) {
    expectSentence(run(render(at("film.mp4"), {"--encoder", "libnothing"})), 1, "libnothing");
    EXPECT_THAT(names(), IsEmpty());
}

TEST_F(Failure, WithoutGraphicsOneSentenceSaysSo) {
    Launch bare;
    bare.environment = {{"LIBGL_DRIVERS_PATH", "/nonexistent"},
                        {"__EGL_VENDOR_LIBRARY_DIRS", "/nonexistent"}};
    expectSentence(run({"still", smallScene(), "--at", "3", "-o", at("a.png")}, bare), 1, "EGL");
    EXPECT_THAT(names(), IsEmpty());
    const Said checked = run({"check", defaultFilm()}, bare);
    EXPECT_EQ(checked.status, 0) << "check needs no GPU: " << checked.err;
    EXPECT_EQ(run({"audit", defaultFilm()}, bare).status, 0);
}

TEST_F(Failure, WithoutMapDataOneSentenceSaysSo) {
    Launch lost;
    lost.environment = {{"EBBFLOW_ATLAS", folder_.path()}};
    expectSentence(run({"check", smallScene()}, lost), 1, "atlas.gpkg");
}

struct Misuse {
    std::string name;
    Arguments words;
    std::string gist;
};

void PrintTo(const Misuse& misuse, std::ostream* out) {
    *out << misuse.name;
}

class WrongUsage : public ProgramTest, public testing::WithParamInterface<Misuse> {};

TEST_P(WrongUsage, IsTold) {
    const Said said = run(GetParam().words);
    EXPECT_EQ(said.status, 2) << said.err;
    EXPECT_THAT(said.err, HasSubstr(GetParam().gist));
    EXPECT_THAT(names(), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    All, WrongUsage,
    testing::Values(
        Misuse{"nothing", {}, "subcommand is required"},
        Misuse{
            "unknownCommand", {"redner"}, "there is no command `redner`; did you mean `render`?"},
        Misuse{"noScene", {"render", "-o", "a.mp4"}, "SCENE"},
        Misuse{"noOutput", {"render", smallScene()}, "--output"},
        Misuse{"unknownOption", {"check", smallScene(), "--colour"}, "--colour"},
        Misuse{"noTime", render("a.mp4", {"--from", "banana"}), "`banana` is no time"},
        Misuse{"afterTheEnd", {"still", smallScene(), "--at", "9:00", "-o", "a.png"}, "film's end"},
        Misuse{"nothingBetween", render("a.mp4", {"--from", "2"}), "no frame between"},
        Misuse{"noRate", render("a.mp4", {"--rate", "fast"}), "`fast` is no frame rate"},
        Misuse{"noLanguage", render("a.mp4", {"--language", "fr"}),
               "the film has no language `fr`"},
        Misuse{"noLanguageToCheck",
               {"check", smallScene(), "--language", "fr"},
               "the film has no language `fr`"},
        Misuse{"noCodec", render("a.mp4", {"--codec", "h246"}), "h264"},
        Misuse{"aLayerTwice", render("a.mov", {"--codec", "prores-4444", "--layers", "map,map"}),
               "`map` more than once"},
        Misuse{"noQuality", render("a.mp4", {"--quality", "superb"}), "superb"},
        Misuse{"noContainer", render("a.avi", {}), ".mp4"},
        Misuse{"crf", render("a.mp4", {"--crf", "99"}), "crf 99: it goes from 0 (best) to 51"},
        Misuse{"crfNan", render("a.mp4", {"--crf", "nan"}), "crf nan"},
        Misuse{"crfAndBitrate", render("a.mp4", {"--crf", "20", "--bitrate", "2M"}), "one of them"},
        Misuse{"noThreads", render("a.mp4", {"--threads", "0"}), "--threads"},
        Misuse{"fewerThreads", render("a.mp4", {"--threads", "-5"}), "--threads"},
        Misuse{"noSegment", render("a.mp4", {"--segment", "0"}), "--segment"},
        Misuse{"fewerSegments", render("a.mp4", {"--segment", "-3"}), "--segment"},
        Misuse{"encoderPreset", render("a.mp4", {"--encoder-preset", "verfast"}), "`veryfast`"},
        Misuse{"codecInContainer", render("a.mp4", {"--codec", "ffv1"}), ".mkv"},
        Misuse{"partOfABitrate", render("a.mp4", {"--bitrate", "2M", "--part", "1/2"}), "--part"},
        Misuse{"resumedGif", render("a.gif", {"--resume"}), "--resume"},
        Misuse{"twoNumbers", render("g%d%d.png", {}), "holds one number"},
        Misuse{"noNumber", render("fr/%s.png", {}), "holds one number"},
        Misuse{"otherNumber", render("fr/%n.png", {}), "holds one number"},
        Misuse{"containerOfACodec", render("a.avi", {"--codec", "h264"}), ".mp4"},
        Misuse{"nothingLeft", render("a.mov", {"--preset", "overlay-alpha", "--textless"}),
               "nothing is left"},
        Misuse{"languageMissing", render("a.mp4", {"--language", "en,"}),
               "no language without letters"},
        Misuse{"emptyLanguage", render("a.mp4", {"--language", ""}), "--language"},
        Misuse{"slowRate", render("a.mp4", {"--rate", "31"}), "such as 12, 15, 48"},
        Misuse{"fastRate", render("a.mp4", {"--rate", "1000"}), "from 1 to 120"},
        Misuse{"timecodeAtNoRate", render("a.mov", {"--rate", "15", "--timecode", "10:00:00:00"}),
               "no timecode at 15"},
        Misuse{"shaders",
               {"still", smallScene(), "--at", "3", "-o", "a.png", "--shader-dir", "/proc/self/fd"},
               "there is no shader in"},
        Misuse{"stillAsJpeg", {"still", smallScene(), "--at", "3", "-o", "a.jpg"}, "as .png"},
        Misuse{"shadersForVectors",
               {"still", smallScene(), "--at", "3", "-o", "a.png", "--device", "software",
                "--shader-dir", std::string(EBBFLOW_SOURCE_DIR) + "/shaders"},
               {"--device software-gl"}},
        Misuse{"hugeStill",
               {"still", smallScene(), "--at", "3", "-o", "a.png", "--size", "100000x100000"},
               "each side must be from 16 to 16384"},
        Misuse{"wordsAsText", {"words", smallScene(), "-o", "a.txt"}, "as .csv"},
        Misuse{"wordsOverTheScript",
               {"words", smallScene(), "-o", smallScene() + "/film.yaml", "--force"},
               "as .csv"},
        Misuse{"reportAsPdf", {"qc", smallScene(), "-o", "a.pdf"}, ".html or .txt or .json"},
        Misuse{"pieceOfAFile", {"qc", "a.mp4", "--from", "1"}, "looked at whole"},
        Misuse{"verifyNothing", {"verify", "a.mp4", "--sample", "0"}, "1 to 1000000"},
        Misuse{"sheetWithoutName", {"storyboard", smallScene()}, "sheet.png"},
        Misuse{"aTokenForNobody",
               {"play", smallScene(), "--http-token", EBBFLOW_SOURCE_DIR "/README.md"},
               "--http-token is of use with --http, or with --console web"},
        Misuse{
            "aConsoleWithoutAPresenter", {"play", smallScene(), "--console", "web"}, "--presenter"},
        Misuse{"aRehearsalOverAnother",
               {"play", smallScene(), "--presenter", "--rehearse",
                std::string(EBBFLOW_SOURCE_DIR) + "/README.md"},
               "is there already; give --rehearse another name"},
        Misuse{"noConsole", {"play", smallScene(), "--presenter", "--console", "paper"}, "web"},
        Misuse{"noSize",
               {"still", smallScene(), "--at", "3", "-o", "a.png", "--size", "huge"},
               "`huge`"}),
    [](const auto& misuse) { return misuse.param.name; });

class WrongSize : public ProgramTest, public testing::WithParamInterface<const char*> {};

TEST_P(WrongSize, IsWrongUsage) {
    const Said said = run({"render", smallScene(), "-o", "a.mp4", "--size", GetParam()});
    EXPECT_EQ(said.status, 2) << said.err;
    EXPECT_THAT(said.err, HasSubstr("size " + std::string(GetParam())));
    EXPECT_THAT(names(), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(All, WrongSize, testing::Values("161x91", "20000x20000", "8x8"),
                         [](const auto& size) { return std::string("s") + size.param; });

TEST_F(Failure, ASheetNeverTakesThePlaceOfTheScenesTables) {
    ASSERT_EQ(run({"new", at("mine")}).status, 0);
    const std::string table = at("mine/movements.csv"), before = readText(table);
    const Said said = run({"words", at("mine"), "-o", table, "--force"});
    EXPECT_EQ(said.status, 2) << said.err;
    EXPECT_THAT(said.err, HasSubstr("belongs to the scene"));
    EXPECT_EQ(readText(table), before);
}

TEST_F(Failure, ASheetThatIsNotThereIsAFaultOfData) {
    const Said said = run({"words", smallScene(), "--from", at("none.csv")});
    EXPECT_EQ(said.status, 3);
    EXPECT_THAT(said.err, HasSubstr("none.csv: error: there is no such sheet"));
}

TEST_F(Failure, LengthsAreToldWithoutAPicture) {
    const Said said = run({"storyboard", smallScene(), "--json"});
    EXPECT_EQ(said.status, 0) << said.err;
    EXPECT_THAT(said.out, StartsWith("["));
    EXPECT_THAT(names(), IsEmpty());
}

}  // namespace
}  // namespace ebbflow::test
