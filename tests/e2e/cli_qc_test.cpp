// The quality gate from outside: scenes and films, its forms of report, its exit status.

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "support/program.hpp"

namespace ebbflow::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

class QualityGate : public ProgramTest {
protected:
    /// A film that ffmpeg makes from its own sources, tagged as it should be.
    void makeFilm(const std::string& name, const Arguments& sources, const Arguments& more = {}) {
        Launch launch;
        launch.command = {"ffmpeg", "-v", "error", "-y"};
        const auto add = [&](const Arguments& words) {
            launch.command.insert(launch.command.end(), words.begin(), words.end());
        };
        add(sources);
        add({"-c:v", "ffv1", "-pix_fmt", "yuv420p", "-color_range", "tv", "-colorspace", "bt709"});
        add({"-color_primaries", "bt709", "-color_trc", "bt709", "-c:a", "pcm_s16le"});
        add(more);
        launch.command.push_back(at(name));
        ASSERT_EQ(Process(launch).wait(60), 0);
    }

    /// The report of a film, and whether the exit status agrees with it.
    nlohmann::json told(const Arguments& subject) {
        Arguments all{"qc", "--json", "--quiet", "--software"};
        all.insert(all.end(), subject.begin(), subject.end());
        const Said said = run(all);
        EXPECT_LE(said.status, 1) << said.err;
        auto report = nlohmann::json::parse(said.out);
        EXPECT_EQ(report.at("passed").get<bool>(), said.status == 0);
        EXPECT_EQ(report.at("certificate"), false);
        return report;
    }

    static std::vector<std::string> rules(const nlohmann::json& report) {
        std::vector<std::string> names;
        for (const auto& finding : report.at("findings")) names.push_back(finding.at("rule"));
        return names;
    }

    static double figure(const nlohmann::json& report, const std::string& name) {
        for (const auto& figure : report.at("measured")) {
            if (figure.at("name") == name) return figure.at("value");
        }
        ADD_FAILURE() << name << " was not measured";
        return 0;
    }
};

const Arguments kPicture{"-f", "lavfi", "-i",
                         "gradients=s=320x180:r=25:d=3:n=2:c0=0x203040:c1=0x806040:speed=0.05"};

Arguments with(Arguments words, const Arguments& more) {
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

/// A stereo tone of 997 Hz with that amplitude, for three seconds.
Arguments tone(const std::string& amplitude) {
    const std::string wave = amplitude + "*sin(2*PI*997*t)";
    return {"-f", "lavfi", "-i", "aevalsrc=" + wave + "|" + wave + ":s=48000:d=3"};
}

TEST_F(QualityGate, AShortPieceOfTheDefaultFilmIsClean) {
    const auto report = told({defaultFilm(), "--from", "1:10", "--to", "1:11.2"});
    EXPECT_THAT(report.at("findings"), IsEmpty()) << report;
    EXPECT_LE(figure(report, "most flashes in a second"), 3);
}

TEST_F(QualityGate, AFilmOfOursAndItsScriptAreClean) {
    ASSERT_EQ(run({"render", smallScene(), "-o", at("film.mp4"), "--software", "--quiet", "--size",
                   "320x180", "--from", "2", "--to", "3"})
                  .status,
              0);
    EXPECT_THAT(told({at("film.mp4"), "--script", smallScene()}).at("findings"), IsEmpty());
}

TEST_F(QualityGate, HoldsAFilmAgainstAPreset) {
    const Arguments piece{"--software", "--quiet", "--from", "2", "--to", "2.4"};
    ASSERT_EQ(
        run(with({"render", smallScene(), "-o", at("a.mp4"), "--preset", "draft"}, piece)).status,
        0);
    EXPECT_THAT(told({at("a.mp4"), "--preset", "draft"}).at("findings"), IsEmpty());
    writeText(at("mine.yaml"), "ending: .mp4\ncodec: hevc\nsize: 640x360\nrate: 25\n");
    const auto report = told({at("a.mp4"), "--preset", at("mine.yaml")});
    EXPECT_THAT(rules(report), testing::ElementsAre("container", "container", "container"));
    EXPECT_THAT(report.dump(), HasSubstr("h264 instead of hevc"));
    EXPECT_EQ(run({"qc", at("a.mp4"), "--preset", "none"}).status, 2);
}

TEST_F(QualityGate, HoldsGradeAndAlphaAgainstAPreset) {
    const auto film = [&](const std::string& name, const std::string& codec, bool alpha) {
        Arguments all{"render", smallScene(), "-o",      at(name), "--codec",
                      codec,    "--software", "--quiet", "--size", "1920x1080",
                      "--from", "f50",        "--to",    "f51"};
        if (alpha) all.emplace_back("--alpha");
        EXPECT_EQ(run(all).status, 0);
        return at(name);
    };
    const auto findings = [&](const std::string& name, const std::string& preset) {
        return told({name, "--preset", preset}).dump();
    };
    EXPECT_THAT(findings(film("plain.mov", "prores-422", false), "uk-hd"),
                HasSubstr("grade: Standard instead of HQ"));
    EXPECT_THAT(findings(film("hq.mov", "prores-422-hq", false), "uk-hd"),
                testing::Not(HasSubstr("grade")));
    EXPECT_THAT(findings(film("opaque.mov", "prores-4444", false), "overlay-alpha"),
                HasSubstr("alpha: missing instead of there"));
    EXPECT_THAT(findings(film("over.mov", "prores-4444", true), "overlay-alpha"),
                testing::Not(testing::AnyOf(HasSubstr("alpha: "), HasSubstr("grade"))));
}

TEST_F(QualityGate, MeasuresLoudnessAsTheStandardsToneAsks) {
    // EBU Tech 3341, case 1: a stereo tone of −23 dBFS has −23 LUFS.
    ASSERT_NO_FATAL_FAILURE(makeFilm("film.mkv", with(kPicture, tone("0.070795"))));
    const auto report = told({at("film.mkv")});
    EXPECT_THAT(report.at("findings"), IsEmpty()) << report;
    EXPECT_NEAR(figure(report, "sound 1: integrated loudness"), -23, 0.1);
    EXPECT_NEAR(figure(report, "sound 1: true peak"), -23, 0.2);
    EXPECT_THAT(rules(told({at("film.mkv"), "--loudness", "-16"})),
                testing::ElementsAre("loudness"));
}

TEST_F(QualityGate, FindsSoundThatIsTooLoud) {
    ASSERT_NO_FATAL_FAILURE(makeFilm("film.mkv", with(kPicture, tone("0.96"))));
    EXPECT_THAT(rules(told({at("film.mkv")})), testing::ElementsAre("loudness", "true-peak"));
}

TEST_F(QualityGate, FindsAFreezeAndBlackWithTheirTimecodes) {
    Arguments still{"-f", "lavfi", "-i", "color=c=0x405060:s=320x180:r=25:d=4"};
    ASSERT_NO_FATAL_FAILURE(makeFilm("still.mkv", still, {"-timecode", "01:00:00:00"}));
    const auto frozen = told({at("still.mkv")});
    EXPECT_THAT(rules(frozen), testing::ElementsAre("frozen"));
    EXPECT_EQ(frozen.at("findings")[0].at("severity"), "note");
    EXPECT_EQ(frozen.at("findings")[0].at("timecode"), "01:00:00:00");
    ASSERT_NO_FATAL_FAILURE(makeFilm("black.mkv", kPicture,
                                     {"-vf", "drawbox=t=fill:c=black:enable='between(n,30,32)'"}));
    const auto black = told({at("black.mkv")});
    ASSERT_THAT(rules(black), testing::ElementsAre("black"));
    EXPECT_EQ(black.at("findings")[0].at("first_frame"), 30);
    EXPECT_EQ(black.at("findings")[0].at("last_frame"), 32);
}

TEST_F(QualityGate, FindsMissingTagsAndADelayedStart) {
    ASSERT_NO_FATAL_FAILURE(makeFilm("film.mkv", kPicture, {"-output_ts_offset", "0.2"}));
    const auto report = told({at("film.mkv")});
    ASSERT_THAT(rules(report), testing::ElementsAre("container"));
    EXPECT_THAT(report.at("findings")[0].at("message").get<std::string>(),
                HasSubstr("starts at 0.2"));
    ASSERT_NO_FATAL_FAILURE(makeFilm("untagged.mkv", kPicture, {"-color_primaries", "unknown"}));
    const auto untagged = told({at("untagged.mkv")});
    ASSERT_THAT(rules(untagged), testing::ElementsAre("container"));
    EXPECT_EQ(untagged.at("findings")[0].at("severity"), "warning");
}

TEST_F(QualityGate, ReportsSayThatTheyAreNoCertificate) {
    ASSERT_NO_FATAL_FAILURE(makeFilm("film.mkv", with(kPicture, tone("0.5"))));
    const Said said = run({"qc", at("film.mkv"), "--quiet", "-o", at("report.html")});
    EXPECT_EQ(said.status, 1);
    EXPECT_THAT(said.out, HasSubstr("pre-screen, no certificate"));
    const std::string page = readText(at("report.html"));
    EXPECT_THAT(page, HasSubstr("pre-screen, no certificate"));
    EXPECT_THAT(page, HasSubstr("LUFS"));
    EXPECT_THAT(page, HasSubstr("<tr class=\"error\">"));
    const Said again = run({"qc", at("film.mkv"), "--quiet", "-o", at("report.html")});
    EXPECT_THAT(again.err, HasSubstr("--force overwrites it"));
}

TEST_F(QualityGate, TellsFaultsOfScriptWorldAndUsageApart) {
    writeText(at("film.yaml"), "title: A film\nchapters: []\n");
    EXPECT_EQ(run({"qc", at("film.yaml"), "--quiet"}).status, 3);
    EXPECT_EQ(run({"qc", at("none.mp4"), "--quiet"}).status, 1);
    EXPECT_EQ(run({"qc", smallScene(), "--script", smallScene()}).status, 2);
    EXPECT_EQ(run({"qc", smallScene(), "--from", "3", "--to", "2"}).status, 2);
    EXPECT_EQ(run({"qc"}).status, 2);
}

}  // namespace
}  // namespace ebbflow::test
