// Films made by the program and read back: what the file says of itself, when each frame is shown,
// and that what a player decodes is what `still` draws at that time.

#include <fstream>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "encode/colour.hpp"
#include "encode/png.hpp"
#include "support/program.hpp"
#include "support/read_video.hpp"

namespace ebbflow::test {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;

/// Arguments that every film here is made with.
Arguments render(const std::string& scene, const std::string& output, const Arguments& more) {
    Arguments all{"render", scene, "-o", output, "--software", "--quiet", "--size", "480x270"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

const core::FrameRate kPal{25, 1};
const core::FrameRate kNtsc{30000, 1001};

struct Kind {
    std::string name, file;
    Arguments options;
    core::FrameRate rate;
    std::string codec, tag, pixelFormat;
    double clean;  ///< dB that the luma of a decoded frame has at least
};

void PrintTo(const Kind& kind, std::ostream* out) {
    *out << kind.name;
}

class FilmFile : public ProgramTest, public testing::WithParamInterface<Kind> {
protected:
    static constexpr std::int64_t kFirst = 75, kCount = 25;

    /// The film from frame 75 on, in segments of 10.
    void make() {
        const Kind& kind = GetParam();
        Arguments options = kind.options;
        for (const char* word : {"--from", "f75", "--to", "f100", "--segment", "10", "--rate"})
            options.emplace_back(word);
        options.push_back(core::toString(kind.rate));
        const Said said = run(render(smallScene(), at(kind.file), options));
        ASSERT_EQ(said.status, 0) << said.err;
        file_ = readVideo(at(kind.file), [&](std::int64_t index, const encode::Planes& frame) {
            if (index == 0 || index == kCount - 1) compare(index, frame);
        });
    }

    void compare(std::int64_t index, const encode::Planes& decoded) const {
        const double seconds = core::frameStart(kFirst + index, GetParam().rate).seconds();
        const core::Image picture =
            still(smallScene(), fmt::format("{:.9f}", seconds), {"--size", "480x270"});
        const encode::Planes drawn = encode::planesFromImage(picture, decoded.format());
        EXPECT_GT(psnr(drawn, decoded, 0), GetParam().clean) << "luma of frame " << index;
        for (const int plane : {1, 2}) EXPECT_GT(psnr(drawn, decoded, plane), 38) << "chroma";
    }

    VideoFile file_;
};

TEST_P(FilmFile, ReadsBackAsItWasOrdered) {
    ASSERT_NO_FATAL_FAILURE(make());
    const Kind& kind = GetParam();
    EXPECT_EQ(file_.codec, kind.codec);
    EXPECT_EQ(kind.tag.empty() ? "" : file_.codecTag, kind.tag);
    EXPECT_EQ(file_.pixelFormat, kind.pixelFormat);
    EXPECT_EQ(file_.width, 480);
    EXPECT_EQ(file_.height, 270);
    EXPECT_EQ(file_.rate, kind.rate);
    EXPECT_EQ(file_.nominalRate, kind.rate);
    EXPECT_EQ(file_.startSeconds, 0);
    ASSERT_EQ(file_.frameStarts.size(), static_cast<std::size_t>(kCount));
    // Matroska counts whole milliseconds.
    const double grain = kind.file.ends_with(".mkv") ? 0.000501 : 1e-6;
    for (std::int64_t i = 0; i < kCount; ++i) {
        EXPECT_NEAR(file_.frameStarts[static_cast<std::size_t>(i)],
                    core::frameStart(i, kind.rate).seconds(), grain);
    }
    EXPECT_THAT(std::vector({file_.primaries, file_.transfer, file_.matrix}),
                testing::Each("bt709"));
    EXPECT_EQ(file_.range, "tv");
    EXPECT_EQ(file_.title, "Students to Moscow");
}

INSTANTIATE_TEST_SUITE_P(
    All, FilmFile,
    testing::Values(
        Kind{"h264", "film.mp4", {"--crf", "18"}, kPal, "h264", "avc1", "yuv420p", 38},
        Kind{"h264Ntsc", "film.mp4", {"--crf", "18"}, kNtsc, "h264", "avc1", "yuv420p", 38},
        Kind{"h264InMov", "film.mov", {"--crf", "18"}, kPal, "h264", "avc1", "yuv420p", 38},
        Kind{"hevc",
             "film.mp4",
             {"--codec", "hevc", "--crf", "18"},
             kNtsc,
             "hevc",
             "hvc1",
             "yuv420p",
             38},
        Kind{"ffv1", "film.mkv", {"--codec", "ffv1"}, kNtsc, "ffv1", "", "yuv444p", 50}),
    [](const auto& kind) { return kind.param.name; });

using Numbered = ProgramTest;
using Films = ProgramTest;

class OnATerminal : public ProgramTest {
protected:
    /// What a run that succeeds shows there.
    [[nodiscard]] std::string shownBy(const Arguments& arguments) const {
        Launch launch = launchOf(arguments);
        std::string words;
        for (const std::string& word : launch.command) words += word + " ";
        launch.command = {"script", "-qec", words, "/dev/null"};
        Process terminal(launch);
        EXPECT_EQ(terminal.wait(300), 0);
        return said(0).out;
    }
};

TEST_F(Numbered, FramesAreTheStillsAtTheirTimes) {
    // A camera on its way, names coming, lights setting out: all that could remember something.
    const Said said =
        run(render(defaultFilm(), at("frames/%05d.png"), {"--from", "f255", "--to", "f262"}));
    ASSERT_EQ(said.status, 0) << said.err;
    for (const int frame : {255, 258, 261}) {
        const std::string file = at(fmt::format("frames/{:05}.png", frame));
        const core::Image alone =
            still(defaultFilm(), fmt::format("f{}", frame), {"--size", "480x270"});
        EXPECT_TRUE(encode::readPng(file) == alone) << file;
    }
    EXPECT_FALSE(std::filesystem::exists(at("frames/00262.png")));
}

TEST_F(Films, PartOfOneInAnotherLanguageWithoutWords) {
    const auto filmOf = [&](const std::string& name, const Arguments& more) {
        Arguments options{"--from", "0:12", "--to", "0:12.2", "--codec", "ffv1"};
        options.insert(options.end(), more.begin(), more.end());
        const Said said = run(render(defaultFilm(), at(name), options));
        EXPECT_EQ(said.status, 0) << said.err;
        return readFrames(at(name));
    };
    const auto english = filmOf("en.mkv", {});
    const auto chinese = filmOf("zh.mkv", {"--language", "zh"});
    const auto bare = filmOf("bare.mkv", {"--textless"});
    const auto bareRussian = filmOf("bare-ru.mkv", {"--language", "ru", "--textless"});
    ASSERT_EQ(english.size(), 5U);
    EXPECT_FALSE(english[0] == chinese[0]);
    EXPECT_FALSE(english[0] == bare[0]);
    EXPECT_TRUE(bare == bareRussian) << "the map is the same in every language";
    EXPECT_EQ(readVideo(at("zh.mkv")).title, "中国流向苏联");
    EXPECT_EQ(readVideo(at("zh.mkv")).language, "chi");
}

TEST_F(Films, TheManifestBesideAFilmSaysWhatItWasMadeFrom) {
    const Said said = run(
        render(smallScene(), at("film.mp4"), {"--from", "f5", "--to", "f25", "--segment", "10"}));
    ASSERT_EQ(said.status, 0) << said.err;
    EXPECT_THAT(names(), ElementsAre("film.mp4", "film.mp4.manifest.json"));
    const auto manifest = nlohmann::json::parse(readText(at("film.mp4.manifest.json")));
    EXPECT_EQ(manifest.at("first_frame"), 5);
    EXPECT_EQ(manifest.at("end_frame"), 25);
    std::vector<int> firsts;
    std::size_t frames = 0;
    for (const auto& segment : manifest.at("segments")) {
        firsts.push_back(segment.at("first"));
        frames += segment.at("frames").size();
    }
    EXPECT_THAT(firsts, ElementsAre(5, 10, 20)) << "segments lie on absolute frame numbers";
    EXPECT_EQ(frames, 20U);
    EXPECT_TRUE(manifest.at("made_from").contains("input film.yaml"));
    EXPECT_TRUE(manifest.at("made_from").contains("atlas atlas.gpkg"));
}

TEST_F(Films, CarryTheScriptsTimecode) {
    const auto sceneWith = [&](const std::string& frame) {
        writeText(at("film.yaml"),
                  "frame: {" + frame + "}\n" + readText(smallScene() + "/film.yaml"));
        return at("film.yaml");
    };
    const auto filmOf = [&](const std::string& scene, const std::string& name,
                            const Arguments& more) {
        const Said said = run(render(scene, at(name), more));
        EXPECT_EQ(said.status, 0) << said.err;
        return readVideo(at(name));
    };
    const std::string pal = sceneWith("start: \"10:00:00:00\"");
    for (const char* name : {"film.mp4", "film.mov"}) {
        const VideoFile film = filmOf(pal, name, {"--from", "10:00:02:00", "--to", "f53"});
        EXPECT_EQ(film.timecode, "10:00:02:00") << name;
        EXPECT_TRUE(film.hasTimecodeTrack) << name;
        EXPECT_EQ(film.frameStarts.size(), 3U) << "`--from` took the timecode";
        EXPECT_EQ(film.startSeconds, 0);
    }
    EXPECT_EQ(filmOf(pal, "film.mkv", {"--from", "f50", "--to", "f53"}).timecode, "10:00:02:00");

    for (const char* time : {"09:59:59:24", "10:00:00:25"}) {
        const Said said = run({"still", pal, "--at", time, "-o", at("a.png")});
        EXPECT_EQ(said.status, 2) << said.err;
    }

    const std::string ntsc = sceneWith("rate: 29.97, start: \"00:00:59;28\"");
    EXPECT_EQ(filmOf(ntsc, "drop.mp4", {"--from", "f2", "--to", "f4"}).timecode, "00:01:00;02");
    EXPECT_THAT(run(render(ntsc, at("pal.mp4"), {"--rate", "25"})).err,
                testing::HasSubstr("start of timecode"));
}

TEST_F(Films, MadeTwiceAreTheSameBytes) {
    for (const char* name : {"one.mp4", "two.mp4"}) {
        const Said said = run(render(smallScene(), at(name), {"--from", "f70", "--to", "f90"}));
        ASSERT_EQ(said.status, 0) << said.err;
    }
    EXPECT_TRUE(readText(at("one.mp4")) == readText(at("two.mp4")));
}

TEST_F(OnATerminal, ProgressIsABarThereAndPlainLinesInAFile) {
    // So large and long that it is not made before the first look at the clock.
    const Arguments film{"render", smallScene(), "-o",   at("film.mp4"), "--software",
                         "--size", "2560x1440",  "--to", "f90",          "--force"};
    const Said plain = run(film);
    ASSERT_EQ(plain.status, 0) << plain.err;
    EXPECT_THAT(plain.err, HasSubstr(at("film.mp4") + ": 90 frames in "));
    EXPECT_THAT(plain.err, EndsWith(" fps)\n"));
    EXPECT_EQ(plain.err.find('\r'), std::string::npos);
    EXPECT_EQ(plain.out, "");

    const std::string shown = shownBy(film);
    EXPECT_THAT(shown, testing::HasSubstr("\r"));
    EXPECT_THAT(shown, testing::ContainsRegex("\\[#*\\.*\\] [0-9]+/90 frames  [0-9.]+ fps  "));
    EXPECT_THAT(shown, testing::HasSubstr(": 90 frames in "));
}

TEST_F(OnATerminal, LoadingThatTakesLongIsTold) {
    // More rows than are read within two seconds.
    std::ofstream table(at("many.csv"));
    table << "kind,from,to,when,count\n";
    for (int i = 0; i < 600'000; ++i) table << "k,Moscow,Peking,195" << i % 10 << ",1\n";
    table.close();
    std::ofstream(at("film.yaml")) << "title: T\nsource: made up\nmovements: many.csv\n"
                                      "flows: {k: {one_light: 1000}}\n"
                                      "chapters: [{date: 1950/1959, length: 5}]\n";
    const std::string shown = shownBy({"check", at("film.yaml")});
    EXPECT_THAT(shown, testing::ContainsRegex("film.yaml: its [a-z, ]+, [0-9]+ s"));
    // The line is gone when there is something to say.
    EXPECT_THAT(shown, testing::ContainsRegex("\r\x1b\\[K[^\r]*600000 rows of movements"));
}

}  // namespace
}  // namespace ebbflow::test
