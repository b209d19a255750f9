// Films of every codec, container and rate, read back.

#include <gtest/gtest.h>

#include <cmath>
#include <tuple>

#include "core/whole_file.hpp"
#include "delivery/output_paths.hpp"
#include "encode/codec_info.hpp"
#include "encode/png.hpp"
#include "support/film_making.hpp"
#include "support/read_video.hpp"

namespace ebbflow::delivery {
namespace {

using test::frameOf;
using test::makeFilm;
using test::smallOrder;
using test::VideoFile;

struct Kind {
    encode::Codec codec;
    const char* name;
    const char* tag;
};
constexpr Kind kKinds[] = {
    {encode::Codec::h264, "a.mp4", "avc1"}, {encode::Codec::h264, "a.mov", "avc1"},
    {encode::Codec::h264, "a.mkv", ""},     {encode::Codec::hevc, "a.mp4", "hvc1"},
    {encode::Codec::hevc, "a.mov", "hvc1"}, {encode::Codec::hevc, "a.mkv", ""},
    {encode::Codec::ffv1, "a.mkv", "FFV1"}};

class Film : public testing::TestWithParam<Kind> {};

void expectTimes(const VideoFile& file, const core::FrameRate& rate, std::int64_t count,
                 double tolerance) {
    ASSERT_EQ(file.frameStarts.size(), static_cast<std::size_t>(count));
    for (std::int64_t i = 0; i < count; ++i) {
        const double exact = core::frameStart(i, rate).seconds();
        ASSERT_NEAR(file.frameStarts[static_cast<std::size_t>(i)], exact, tolerance) << i;
    }
    for (std::size_t i = 1; i < file.packetDts.size(); ++i) {
        ASSERT_GT(file.packetDts[i], file.packetDts[i - 1]);
    }
}

// Matroska counts whole milliseconds; the others hold the rate's own unit.
double toleranceOf(const Kind& kind) {
    return std::string(kind.name) == "a.mkv" ? 0.5e-3 + 1e-9 : 1e-9;
}

// Matroska holds a frame's length in whole nanoseconds, out of which libav makes a fraction of
// small numbers: 19001/317 for 60000/1001.
void expectRate(const VideoFile& file, const core::FrameRate& rate) {
    if (file.container == "matroska,webm") {
        EXPECT_NEAR(file.rate.perSecond(), rate.perSecond(), 1e-5);
        EXPECT_NEAR(file.nominalRate.perSecond(), rate.perSecond(), 1e-5);
        return;
    }
    EXPECT_EQ(file.rate, rate);
    EXPECT_EQ(file.nominalRate, rate);
}

TEST_P(Film, HeaderSaysWhatItIs) {
    const test::TemporaryFolder folder;
    FilmOrder order = smallOrder(folder / GetParam().name, GetParam().codec, {0, 12});
    order.settings.title = "Ebb & flow";
    order.settings.language = "ru";
    makeFilm(order);
    const VideoFile file = test::readVideo(order.output);
    EXPECT_EQ(file.codec, encode::nameOf(GetParam().codec));
    if (*GetParam().tag != '\0') {
        EXPECT_EQ(file.codecTag, GetParam().tag);
    }
    EXPECT_EQ(file.width, 96);
    EXPECT_EQ(file.height, 64);
    EXPECT_EQ(file.pixelAspect, 1);
    EXPECT_EQ(file.range, "tv");
    EXPECT_EQ(file.primaries, "bt709");
    EXPECT_EQ(file.transfer, "bt709");
    EXPECT_EQ(file.matrix, "bt709");
    const bool halved = order.settings.format == encode::PixelFormat::yuv420p8;
    EXPECT_EQ(file.pixelFormat, halved ? "yuv420p" : "yuv444p");
    EXPECT_EQ(file.siting, halved ? "center" : "unspecified");
    EXPECT_EQ(file.title, "Ebb & flow");
    EXPECT_EQ(file.language, "rus");
}

TEST_P(Film, EveryRateIsExactFromZero) {
    for (const core::FrameRate rate : {core::FrameRate{24000, 1001},
                                       {24, 1},
                                       {25, 1},
                                       {30000, 1001},
                                       {30, 1},
                                       {50, 1},
                                       {60000, 1001},
                                       {60, 1}}) {
        const test::TemporaryFolder folder;
        FilmOrder order = smallOrder(folder / GetParam().name, GetParam().codec, {0, 25});
        order.settings.rate = rate;
        order.settings.segmentFrames = 10;
        makeFilm(order);
        const VideoFile file = test::readVideo(order.output);
        expectRate(file, rate);
        EXPECT_EQ(file.startSeconds, 0);
        // libav gives a container's length in microseconds; Matroska's is in milliseconds.
        EXPECT_NEAR(file.durationSeconds, core::frameStart(25, rate).seconds(),
                    toleranceOf(GetParam()) + 1e-6);
        expectTimes(file, rate, 25, toleranceOf(GetParam()));
    }
}

TEST_P(Film, FramesAreThePicturesGiven) {
    const test::TemporaryFolder folder;
    FilmOrder order = smallOrder(folder / GetParam().name, GetParam().codec, {0, 25});
    order.settings.segmentFrames = 10;
    if (GetParam().codec != encode::Codec::ffv1) order.settings.crf = 18;
    makeFilm(order);
    const auto frames = test::readFrames(order.output);
    ASSERT_EQ(frames.size(), 25U);
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const encode::Planes given = frameOf(order, static_cast<std::int64_t>(i));
        const double least = GetParam().codec == encode::Codec::ffv1 ? HUGE_VAL : 38;
        EXPECT_GE(test::psnr(frames[i], given, 0), least) << i;
        EXPECT_GE(test::psnr(frames[i], given, 1), least) << i;
        // The picture before or after would not pass for this one.
        EXPECT_LT(test::psnr(frames[i], frameOf(order, static_cast<std::int64_t>(i) + 1), 0), 38);
    }
}

TEST_P(Film, APartOfTheFilmStartsAtZeroWithItsOwnFrames) {
    const test::TemporaryFolder folder;
    FilmOrder order = smallOrder(folder / GetParam().name, GetParam().codec, {1007, 1030});
    order.settings.segmentFrames = 10;
    makeFilm(order);
    const VideoFile file = test::readVideo(order.output);
    EXPECT_EQ(file.startSeconds, 0);
    expectTimes(file, order.settings.rate, 23, toleranceOf(GetParam()));
    const auto frames = test::readFrames(order.output);
    EXPECT_GT(test::psnr(frames[0], frameOf(order, 1007), 0), 35);
    EXPECT_GT(test::psnr(frames[22], frameOf(order, 1029), 0), 35);
}

TEST_P(Film, OneFrameIsAFilm) {
    const test::TemporaryFolder folder;
    const FilmOrder order = smallOrder(folder / GetParam().name, GetParam().codec, {5, 6});
    makeFilm(order);
    const VideoFile file = test::readVideo(order.output);
    ASSERT_EQ(file.frameStarts.size(), 1U);
    EXPECT_EQ(file.frameStarts[0], 0);
}

TEST_P(Film, TheSameFramesGiveTheSameBytes) {
    const test::TemporaryFolder folder;
    std::filesystem::create_directory(folder / "b");
    FilmOrder order = smallOrder(folder / GetParam().name, GetParam().codec, {0, 40});
    order.settings.segmentFrames = 16;
    makeFilm(order);
    FilmOrder again = order;
    again.output = folder / "b" / GetParam().name;
    makeFilm(again);
    EXPECT_EQ(core::readWhole(order.output), core::readWhole(again.output));
}

std::string paramName(const testing::TestParamInfo<Kind>& info) {
    return std::string(encode::nameOf(info.param.codec)) + std::string(info.param.name).substr(2);
}
INSTANTIATE_TEST_SUITE_P(Kinds, Film, testing::ValuesIn(kKinds), paramName);

TEST(FilmFormat, FullChromaInH264) {
    const test::TemporaryFolder folder;
    FilmOrder order = smallOrder(folder / "a.mp4", encode::Codec::h264, {0, 6});
    order.settings.format = encode::PixelFormat::yuv444p8;
    order.settings.size = {95, 63};
    makeFilm(order);
    EXPECT_EQ(test::readVideo(order.output).pixelFormat, "yuv444p");
    EXPECT_GT(test::psnr(test::readFrames(order.output)[3], frameOf(order, 3), 1), 38);
}

TEST(FilmFormat, HalvedChromaInFfv1IsExactToo) {
    const test::TemporaryFolder folder;
    FilmOrder order = smallOrder(folder / "a.mkv", encode::Codec::ffv1, {0, 6});
    order.settings.format = encode::PixelFormat::yuv420p8;
    makeFilm(order);
    EXPECT_EQ(test::readVideo(order.output).siting, "center");
    EXPECT_TRUE(test::readFrames(order.output)[5] == frameOf(order, 5));
}

TEST(FilmFormat, Mp4HasItsIndexBeforeThePictures) {
    const test::TemporaryFolder folder;
    const FilmOrder order = smallOrder(folder / "a.mp4", encode::Codec::h264, {0, 12});
    makeFilm(order);
    const std::string bytes = core::readWhole(order.output);
    EXPECT_LT(bytes.find("moov"), bytes.find("mdat"));
    EXPECT_NE(bytes.find("colrnclx"), std::string::npos);
}

TEST(PngFrames, KeepTheFilmsNumbersAndPictures) {
    const test::TemporaryFolder folder;
    FilmOrder order = smallOrder(folder / "frames/", encode::Codec::png, {98, 103});
    order.settings.size = {33, 21};
    makeFilm(order);
    for (std::int64_t frame = 98; frame < 103; ++frame) {
        EXPECT_EQ(encode::readPng(framePath(folder / "frames/%05d.png", frame)),
                  test::movingPicture(33, 21, frame));
    }
    const Manifest manifest = readManifest(folder / "frames/frames.manifest.json");
    ASSERT_EQ(manifest.segments.size(), 2U);
    EXPECT_EQ(manifest.segments[1].first, 100);
    EXPECT_EQ(manifest.segments[1].frames.size(), 3U);
}

TEST(PngFrames, AreAsGivenByAPattern) {
    const test::TemporaryFolder folder;
    makeFilm(smallOrder(folder / "shot-%03d.png", encode::Codec::png, {0, 3}));
    EXPECT_TRUE(std::filesystem::exists(folder / "shot-002.png"));
    EXPECT_EQ(folder.entries(), 4U);  // three frames and the manifest
}

}  // namespace
}  // namespace ebbflow::delivery
