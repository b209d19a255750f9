// What an edit is handed: every preset by what its file says of itself, and deep formats decoded
// back and held against the frame as it was painted.

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "core/timecode.hpp"
#include "encode/colour.hpp"
#include "encode/png.hpp"
#include "support/program.hpp"
#include "support/read_slides.hpp"
#include "support/read_video.hpp"

namespace ebbflow::test {
namespace {

using testing::AllOf;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;

Arguments render(const std::string& output, const Arguments& more) {
    Arguments all{"render",  smallScene(), "-o",  output, "--software",
                  "--quiet", "--from",     "f75", "--to", "f78"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

struct Preset {
    std::string name, file;
    int width, height;
    core::FrameRate rate;
    std::string codec, tag, profile, pixelFormat, timecode;
};

void PrintTo(const Preset& preset, std::ostream* out) {
    *out << preset.name;
}

class Presets : public ProgramTest, public testing::WithParamInterface<Preset> {};

TEST_P(Presets, MakeWhatTheyPromise) {
    const Preset& preset = GetParam();
    Arguments more{"--preset", preset.name};
    // The large ones are made small by hand; their own size is the script's usual one.
    const bool large = preset.width == 480;
    if (large) more.insert(more.end(), {"--size", "480x270"});
    const Said said = run(render(at(preset.file), more));
    ASSERT_EQ(said.status, 0) << said.err;
    const VideoFile file = readVideo(at(preset.file));
    EXPECT_EQ(file.width, preset.width);
    EXPECT_EQ(file.height, preset.height);
    EXPECT_EQ(file.rate, preset.rate);
    EXPECT_EQ(file.nominalRate, preset.rate);
    EXPECT_EQ(file.codec, preset.codec);
    EXPECT_EQ(file.codecTag, preset.tag);
    EXPECT_EQ(file.profile, preset.profile);
    EXPECT_EQ(file.pixelFormat, preset.pixelFormat);
    EXPECT_EQ(file.timecode, preset.timecode);
    EXPECT_EQ(file.hasTimecodeTrack, !preset.timecode.empty());
    EXPECT_THAT(std::vector({file.primaries, file.transfer, file.matrix}), Each("bt709"));
    EXPECT_EQ(file.range, "tv");
    EXPECT_EQ(file.pixelAspect, 1);
    EXPECT_FALSE(file.hasAudio);
    EXPECT_EQ(file.title, "Students to Moscow");
    EXPECT_EQ(file.frameStarts.size(), 3U);
    ASSERT_EQ(file.chapters.size(), 1U);
    EXPECT_EQ(file.chapters[0].title, "The first train");
}

constexpr core::FrameRate kPal{25, 1}, kNtsc{30000, 1001}, kThirty{30, 1};

INSTANTIATE_TEST_SUITE_P(All, Presets,
                         testing::Values(Preset{"web", "a.mp4", 480, 270, kPal, "h264", "avc1",
                                                "High", "yuv420p", ""},
                                         Preset{"uk-hd", "a.mov", 480, 270, kPal, "prores", "apch",
                                                "HQ", "yuv422p10le", "10:00:03:00"},
                                         Preset{"na-hd", "a.mov", 480, 270, kNtsc, "prores", "apch",
                                                "HQ", "yuv422p10le", "01:00:02;15"},
                                         Preset{"streamer", "a.mp4", 480, 270, kThirty, "hevc",
                                                "hvc1", "Main 10", "yuv420p10le", ""},
                                         Preset{"overlay-alpha", "a.mov", 480, 270, kPal, "prores",
                                                "ap4h", "4444", "yuva444p12le", ""},
                                         Preset{"social-vertical", "a.mp4", 1080, 1920, kThirty,
                                                "h264", "avc1", "High", "yuv420p", ""},
                                         Preset{"review", "a.mp4", 1280, 720, kPal, "h264", "avc1",
                                                "High", "yuv420p", ""},
                                         Preset{"draft", "a.mp4", 960, 540, kPal, "h264", "avc1",
                                                "Constrained Baseline", "yuv420p", ""}),
                         [](const auto& preset) {
                             std::string name = preset.param.name;
                             std::erase(name, '-');
                             return name;
                         });

using OwnPreset = ProgramTest;
using Deep = ProgramTest;
using Alpha = ProgramTest;
using Rates = ProgramTest;
using Hardware = ProgramTest;

// Where a card's encoder opens it is used; elsewhere the film is made all the same.
TEST_F(Hardware, IsUsedOrItsAbsenceIsSaidInOneLine) {
    for (const Arguments& asked : {Arguments{"--hardware"},
                                   {"--encoder", "h264_vaapi"},
                                   {"--hardware", "--codec", "hevc", "--depth", "10"}}) {
        Arguments more{"--size", "256x144", "--force"};
        more.insert(more.end(), asked.begin(), asked.end());
        const Said said = run(render(at("a.mp4"), more));
        EXPECT_EQ(said.status, 0) << said.err;
        EXPECT_THAT(said.err, HasSubstr("encoding with "));
        EXPECT_EQ(std::ranges::count(said.err, '\n'), 1) << said.err;
        EXPECT_EQ(readVideo(at("a.mp4")).frameStarts.size(), 3U);
    }
}

TEST_F(OwnPreset, OnesOwnIsReadAndWhatIsGivenByHandGoesBefore) {
    writeText(at("mine.yaml"), "codec: prores-422\nsize: 480x270\nrate: 50\n");
    const Said said = run(render(at("a.mov"), {"--preset", at("mine.yaml"), "--rate", "24"}));
    ASSERT_EQ(said.status, 0) << said.err;
    const VideoFile file = readVideo(at("a.mov"));
    EXPECT_EQ(file.codecTag, "apcn");
    EXPECT_EQ(file.rate, (core::FrameRate{24, 1}));
}

TEST_F(OwnPreset, FaultsHaveTheirPlaceAndTheNearestName) {
    writeText(at("mine.yaml"),
              "codec: proress-422\nsice: 480x270\nrate: 26.3\nalpha: maybe\nending: .mp5\n");
    const Said said = run(render(at("a.mov"), {"--preset", at("mine.yaml")}));
    EXPECT_EQ(said.status, 3);
    EXPECT_THAT(said.err,
                AllOf(HasSubstr("mine.yaml:1:8: error: unknown codec `proress-422`; did you mean "
                                "`prores-422`"),
                      HasSubstr("mine.yaml:2:1: error: a preset has no `sice`; did you mean "
                                "`size`"),
                      HasSubstr("mine.yaml:3:7: error: `26.3` is no frame rate"),
                      HasSubstr("mine.yaml:4:8: error: `maybe`: write yes or no"),
                      HasSubstr("mine.yaml:5:9: error: `.mp5` is no ending")));
    EXPECT_THAT(names(), ElementsAre("mine.yaml"));
}

TEST_F(OwnPreset, WhatDoesNotGoTogetherHasItsPlaceToo) {
    writeText(at("mine.yaml"),
              "ending: .mp4\ncodec: prores-422\nsegment: -4\ntimecode: banana\ndepth: 9\n"
              "crf: 18\nlayers: map,lihgts\n");
    const Said said = run(render(at("a.mp4"), {"--preset", at("mine.yaml")}));
    EXPECT_EQ(said.status, 3);
    EXPECT_THAT(said.err,
                AllOf(HasSubstr("mine.yaml:1:9: error: MP4 cannot hold prores-422"),
                      HasSubstr("mine.yaml:3:10: error: `-4`: it goes from 1 to"),
                      HasSubstr("mine.yaml:4:11: error: `banana` is no timecode"),
                      HasSubstr("mine.yaml:5:8: error: prores-422 has no samples of 9 bits"),
                      HasSubstr("mine.yaml:6:6: error: prores-422 sets its rate itself"),
                      HasSubstr("mine.yaml:7:9: error: unknown layer `lihgts`; did you mean")));
    EXPECT_EQ(std::ranges::count(said.err, '\n'), 6) << said.err;
    writeText(at("mine.yaml"), "codec: h264\ncrf: 60\nrate: 15\ntimecode: \"10:00:00:00\"\n");
    const Said second = run(render(at("a.mp4"), {"--preset", at("mine.yaml")}));
    EXPECT_EQ(second.status, 3);
    EXPECT_THAT(second.err, AllOf(HasSubstr("mine.yaml:2:6: error: crf 60"),
                                  HasSubstr("mine.yaml:4:11: error: there is no timecode at 15")));
    EXPECT_THAT(names(), ElementsAre("mine.yaml"));
}

TEST_F(OwnPreset, UnknownOnesAndWrongEndingsAreWrongUsage) {
    const Said unknown = run(render(at("a.mov"), {"--preset", "uk-hdd"}));
    EXPECT_EQ(unknown.status, 2);
    EXPECT_THAT(unknown.err, AllOf(HasSubstr("did you mean `uk-hd`"), HasSubstr("streamer")));
    const Said ending = run(render(at("a.mp4"), {"--preset", "uk-hd"}));
    EXPECT_EQ(ending.status, 2);
    EXPECT_THAT(ending.err, HasSubstr(".mov"));
}

/// The frame as it was painted, 16 bits a channel.
core::FloatImage floatsOf(const encode::Planes& words) {
    core::FloatImage image(words.width(), words.height());
    for (int y = 0; y < image.height; ++y) {
        const auto* row = reinterpret_cast<const std::uint16_t*>(words.row(0, y));
        for (int i = 0; i < 4 * image.width; ++i)
            image.pixel(0, y)[i] = static_cast<float>(row[i]) / 65535;
    }
    return image;
}

TEST_F(Deep, MastersAndExrComeBackAsTheFloatFrame) {
    const Arguments size{"--size", "480x270"};
    const auto make = [&](const std::string& name, Arguments more) {
        more.insert(more.end(), size.begin(), size.end());
        const Said said = run(render(at(name), more));
        EXPECT_EQ(said.status, 0) << name << said.err;
    };
    make("deep-%05d.png", {"--depth", "16"});
    make("lin-%05d.exr", {});
    const core::FloatImage painted = floatsOf(readFrames(at("deep-00075.png")).at(0));
    const encode::Planes exr = std::move(readFrames(at("lin-00075.exr")).at(0));
    EXPECT_EQ(exr.format(), encode::PixelFormat::gbrpf32);
    for (const int plane : {0, 1, 2}) {
        EXPECT_GT(psnr(encode::planesFromFloats(painted, exr.format()), exr, plane), 60) << plane;
    }
    for (const char* codec :
         {"prores-422", "prores-422-hq", "prores-4444", "dnxhr-hqx", "dnxhr-444"}) {
        const std::string name = std::string(codec) + ".mov";
        make(name, {"--codec", codec});
        const encode::Planes decoded = std::move(readFrames(at(name)).at(0));
        EXPECT_EQ(encode::formatInfo(decoded.format()).bits, 10);
        const encode::Planes exact = encode::planesFromFloats(painted, decoded.format());
        EXPECT_GT(psnr(exact, decoded, 0), 45) << codec;
        for (const int plane : {1, 2}) EXPECT_GT(psnr(exact, decoded, plane), 40) << codec;
    }
}

TEST_F(Deep, QuickTimeSaysVendorAndDepthAsEditorsExpect) {
    ASSERT_EQ(run(render(at("a.mov"), {"--preset", "uk-hd", "--size", "480x270"})).status, 0);
    ASSERT_EQ(run(render(at("b.mov"), {"--preset", "overlay-alpha", "--size", "480x270"})).status,
              0);
    EXPECT_EQ(readVideo(at("a.mov")).vendor, "apl0");
    EXPECT_EQ(readVideo(at("b.mov")).vendor, "apl0");
    EXPECT_EQ(readVideo(at("b.mov")).depth, 32) << "24 bits of colour and eight of alpha";
}

TEST_F(Alpha, IsStraightInFilmsAndPremultipliedInExr) {
    for (const char* name : {"a.mov", "a.mkv", "a-%05d.png", "a-%05d.exr"}) {
        const Arguments codec = std::string(name) == "a.mov"   ? Arguments{"--codec", "prores-4444"}
                                : std::string(name) == "a.mkv" ? Arguments{"--codec", "ffv1"}
                                                               : Arguments{"--depth", "0"};
        Arguments more{"--alpha", "--size", "480x270"};
        more.insert(more.end(), codec.begin(), codec.end());
        const Said said = run(render(at(name), more));
        ASSERT_EQ(said.status, 0) << name << said.err;
    }
    const encode::Planes straight = std::move(readFrames(at("a.mkv")).at(0));
    const encode::Planes linear = std::move(readFrames(at("a-00075.exr")).at(0));
    const encode::Planes prores = std::move(readFrames(at("a.mov")).at(0));
    ASSERT_EQ(straight.format(), encode::PixelFormat::yuva444p10);
    ASSERT_EQ(linear.format(), encode::PixelFormat::gbrapf32);
    ASSERT_EQ(prores.format(), encode::PixelFormat::yuva444p10);
    EXPECT_GT(psnr(straight, prores, 3), 50) << "alpha of ProRes";
    int clear = 0, opaque = 0, between = 0;
    for (int y = 0; y < straight.height(); ++y) {
        const auto word = [&](int p, int x) {
            return reinterpret_cast<const std::uint16_t*>(straight.row(p, y))[x];
        };
        const auto light = [&](int p, int x) {
            return reinterpret_cast<const float*>(linear.row(p, y))[x];
        };
        for (int x = 0; x < straight.width(); ++x) {
            const double alpha = word(3, x) / 1023.0;
            EXPECT_NEAR(double{light(3, x)}, alpha, 0.002);
            EXPECT_LE(light(0, x), light(3, x) * 1.002F) << "light is premultiplied";
            clear += alpha == 0;
            opaque += alpha == 1;
            between += alpha > 0.2 && alpha < 0.8;
        }
    }
    EXPECT_GT(clear, 480 * 270 / 2) << "the ground is transparent";
    EXPECT_GT(between, 100);
    EXPECT_GT(opaque, 20);
}

// The alpha of VP9 is a second stream beside the first one's packets.
TEST_F(Alpha, OfVp9IsThatOfTheFrames) {
    const Arguments more{"--alpha", "--size", "480x270", "--segment", "2"};
    ASSERT_EQ(run(render(at("a.webm"), more)).status, 0);
    ASSERT_EQ(run(render(at("a-%05d.png"), more)).status, 0);
    const auto film = readFrames(at("a.webm"));
    ASSERT_EQ(film.size(), 3U);
    for (std::size_t i = 0; i < film.size(); ++i) {
        const core::Image still = encode::readPng(at(fmt::format("a-{:05}.png", 75 + i)));
        ASSERT_EQ(film[i].format(), encode::PixelFormat::yuva420p8);
        const auto exact = encode::planesFromImage(still, encode::PixelFormat::yuva420p8);
        EXPECT_GT(psnr(exact, film[i], 3), 35) << i;
    }
}

TEST_F(Alpha, WhereThereIsNoneOneIsTold) {
    const Said gif = run(render(at("a.gif"), {"--alpha"}));
    EXPECT_EQ(gif.status, 2);
    EXPECT_THAT(gif.err, HasSubstr("gif has no alpha"));
    const Said said = run(render(at("a.mp4"), {"--alpha"}));
    EXPECT_EQ(said.status, 2);
    EXPECT_THAT(said.err, AllOf(HasSubstr("h264 has no alpha"), HasSubstr("prores-4444")));
}

TEST_F(Rates, AllInUseAreExactAndDropFrameIsOnlyWhereItCanBe) {
    for (const auto& [name, rate] : {std::pair{"23.976", core::FrameRate{24000, 1001}},
                                     {"24", {24, 1}},
                                     {"25", {25, 1}},
                                     {"29.97", {30000, 1001}},
                                     {"30", {30, 1}},
                                     {"50", {50, 1}},
                                     {"59.94", {60000, 1001}},
                                     {"60", {60, 1}}}) {
        const bool drop = std::string(name) == "29.97" || std::string(name) == "59.94";
        const std::string start = drop ? "00:59:57;00" : "00:59:57:00";
        const Said said = run(render(
            at("a.mov"), {"--rate", name, "--timecode", start, "--size", "96x64", "--force"}));
        ASSERT_EQ(said.status, 0) << name << said.err;
        const VideoFile file = readVideo(at("a.mov"));
        EXPECT_EQ(file.rate, rate) << name;
        EXPECT_EQ(file.nominalRate, rate) << name;
        EXPECT_EQ(file.timecode, core::TimecodeClock(start, rate).at(std::int64_t{75})) << name;
        if (drop) continue;
        const Said refused = run(
            render(at("b.mov"), {"--rate", name, "--timecode", "00:59:57;00", "--size", "96x64"}));
        EXPECT_EQ(refused.status, 2) << name;
        EXPECT_THAT(refused.err, HasSubstr("drop-frame")) << name;
    }
}

using Slides = ProgramTest;

const Arguments kSlide{"--size", "240x136", "--segment", "2"};

/// The luma of a frame or still of R′G′B′, for comparing.
encode::Planes lumaOf(const core::Image& image) {
    return encode::planesFromImage(image, encode::PixelFormat::yuv444p8);
}

TEST_F(Slides, OfAGifLookLikeTheStillsForTheirTime) {
    ASSERT_EQ(run(render(at("a.gif"), kSlide)).status, 0);
    const auto frames = readFrames(at("a.gif"));
    ASSERT_EQ(frames.size(), 3U);
    for (const auto& [frame, time] : {std::pair{0U, "f75"}, {2U, "f77"}}) {
        const core::Image expected = still(smallScene(), time, {"--size", "240x136"});
        const encode::Planes shown = lumaOf(encode::imageFromPlanes(frames[frame]));
        EXPECT_GT(psnr(lumaOf(expected), shown, 0), 32) << time << ": 256 colours are near";
    }
    EXPECT_THAT(gifDelays(at("a.gif")), ElementsAre(4, 4, 4)) << "25 a second";
}

TEST_F(Slides, OfAWebpAreTheStillsForTheirTime) {
    Arguments more{"--quality", "master"};
    more.insert(more.end(), kSlide.begin(), kSlide.end());
    ASSERT_EQ(run(render(at("a.webp"), more)).status, 0);
    const auto frames = readWebp(at("a.webp"));
    ASSERT_EQ(frames.size(), 3U);
    for (const WebpFrame& frame : frames) EXPECT_EQ(frame.milliseconds, 40);
    for (const auto& [frame, time] : {std::pair{0U, "f75"}, {2U, "f77"}}) {
        writeText(at("frame.webp"), frames[frame].picture);
        const encode::Planes shown = std::move(readFrames(at("frame.webp")).at(0));
        const core::Image expected = still(smallScene(), time, {"--size", "240x136"});
        EXPECT_EQ(encode::imageFromPlanes(shown).rgba, expected.rgba) << time << ": lossless";
    }
}

// Blended over one another, words would stay when they are gone.
TEST_F(Slides, WithAlphaTakeOneAnothersPlace) {
    Arguments more{"--alpha"};
    more.insert(more.end(), kSlide.begin(), kSlide.end());
    ASSERT_EQ(run(render(at("a.webp"), more)).status, 0);
    const auto frames = readWebp(at("a.webp"));
    ASSERT_EQ(frames.size(), 3U);
    for (const WebpFrame& frame : frames) EXPECT_FALSE(frame.blended);
}

// What a kind of film cannot hold is said, never left out in silence.
TEST_F(Slides, HaveNoTracksAndSaySo) {
    for (const char* name : {"a.gif", "a.webp", "a-%05d.png", "a-%05d.exr"}) {
        const Said said = run(render(at(name), {"--subtitles", "all"}));
        EXPECT_EQ(said.status, 2) << name;
        EXPECT_THAT(said.err, AllOf(HasSubstr("no room"), HasSubstr("--captions"))) << name;
    }
    EXPECT_THAT(names(), testing::IsEmpty());
}

}  // namespace
}  // namespace ebbflow::test
