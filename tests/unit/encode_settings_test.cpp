#include "encode/segment_length.hpp"
#include "encode/settings.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.hpp"
#include "encode/codec_info.hpp"
#include "encode/settings_check.hpp"
#include "support/video_fixture.hpp"

namespace ebbflow::encode {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

template <typename F>
std::string failureOf(F&& f) {
    try {
        (void)f();
    } catch (const core::Failure& failure) {
        return failure.what();
    }
    return "";
}

std::vector<std::string> sentencesOf(const Settings& settings, Container container) {
    std::vector<std::string> sentences;
    for (const Problem& problem : problems(settings, container))
        sentences.push_back(problem.sentence);
    return sentences;
}

TEST(VideoSettings, NamesAreReadAndPrinted) {
    for (const CodecInfo& info : allCodecs()) {
        EXPECT_EQ(codecNamed(nameOf(info.codec)), info.codec);
        EXPECT_EQ(codecInfo(info.codec).name, info.name);
    }
    for (const auto quality : {Quality::draft, Quality::web, Quality::high, Quality::master}) {
        EXPECT_EQ(qualityNamed(nameOf(quality)), quality);
    }
    EXPECT_EQ(codecNamed("h265"), Codec::hevc);
}

TEST(VideoSettings, UnknownNamesGetTheNearest) {
    EXPECT_THAT(failureOf([] { return codecNamed("h246"); }),
                AllOf(HasSubstr("`h246`"), HasSubstr("did you mean `h264`"), HasSubstr("ffv1")));
    EXPECT_THAT(failureOf([] { return qualityNamed("hihg"); }), HasSubstr("`high`"));
}

TEST(VideoSettings, Sizes) {
    EXPECT_EQ(sizeNamed("1280x720"), (FrameSize{1280, 720}));
    EXPECT_EQ(sizeNamed("2160p"), (FrameSize{3840, 2160}));
    EXPECT_THAT(failureOf([] { return sizeNamed("100000x100000"); }), HasSubstr("16384"));
    EXPECT_THAT(failureOf([] { return sizeNamed("8x8"); }), HasSubstr("from 16 "));
    for (const char* bad : {"", "x", "1280", "1280x", "x720", "-2x4", "1280x720x2", "12.5x3",
                            "1280 x 720", "99999999999x2", "0x0"}) {
        EXPECT_THAT(failureOf([&] { return sizeNamed(bad); }), HasSubstr("1920x1080")) << bad;
    }
}

TEST(VideoSettings, TheNameSaysTheContainer) {
    EXPECT_EQ(containerOf("a/b.mp4"), Container::mp4);
    EXPECT_EQ(containerOf("b.mov"), Container::mov);
    EXPECT_EQ(containerOf("b.mkv"), Container::mkv);
    EXPECT_EQ(containerOf("b.webm"), Container::webm);
    EXPECT_EQ(containerOf("b.webp"), Container::webp);
    EXPECT_EQ(containerOf("b.gif"), Container::gif);
    EXPECT_EQ(containerOf("b-%04d.exr"), Container::exrFrames);
    EXPECT_EQ(containerOf("frames/"), Container::pngFrames);
    EXPECT_EQ(containerOf("frames/%05d.png"), Container::pngFrames);
    const test::TemporaryFolder folder;
    EXPECT_EQ(containerOf(folder.path()), Container::pngFrames);
    EXPECT_THAT(failureOf([] { return containerOf("film.mp5"); }), HasSubstr("`.mp4`"));
    EXPECT_THAT(failureOf([] { return containerOf("film"); }), HasSubstr(".mov"));
    EXPECT_THAT(failureOf([] { return containerOf("film.png"); }), HasSubstr("film-%05d.png"));
}

TEST(VideoSettings, DefaultsGoTogether) {
    for (const char* name :
         {"a.mp4", "a.mov", "a.mkv", "a/", "a.webm", "a.webp", "a.gif", "%05d.exr"}) {
        const Container container = containerOf(name);
        Settings settings;
        settings.codec = usualCodec(container);
        settings.format = usualFormat(settings.codec);
        EXPECT_THAT(sentencesOf(settings, container), IsEmpty()) << name;
    }
}

TEST(VideoSettings, OddSizesAreRefusedOnlyWhereChromaIsHalved) {
    Settings settings;
    settings.size = {1281, 721};
    EXPECT_THAT(sentencesOf(settings, Container::mp4), ElementsAre(HasSubstr("1280x720 would do")));
    settings.format = PixelFormat::yuv444p8;
    EXPECT_THAT(sentencesOf(settings, Container::mp4), IsEmpty());
}

TEST(VideoSettings, AllProblemsAreNamedAtOnce) {
    Settings settings;
    settings.codec = Codec::ffv1;
    settings.size = {0, 720};
    settings.crf = 18;
    settings.threads = 0;
    settings.segmentFrames = -1;
    EXPECT_THAT(sentencesOf(settings, Container::mp4),
                ElementsAre(HasSubstr("end in .mkv"), HasSubstr("0x720"), HasSubstr("lossless"),
                            HasSubstr("threads"), HasSubstr("segment")));
}

TEST(VideoSettings, EachProblemNamesItsOption) {
    Settings settings;
    settings.codec = Codec::prores422;
    settings.size = {20000, 720};
    settings.bitrate = 12'000'000;
    settings.threads = 65;
    std::vector<std::string_view> options;
    for (const Problem& problem : problems(settings, Container::mp4))
        options.push_back(problem.option);
    EXPECT_THAT(options, ElementsAre("ending", "depth", "size", "bitrate", "threads"));
}

TEST(VideoSettings, EncoderPresetsAndCrfAreChecked) {
    Settings settings;
    settings.preset = "verfast";
    settings.crf = 52;
    EXPECT_THAT(sentencesOf(settings, Container::mp4),
                ElementsAre(HasSubstr("crf 52"), HasSubstr("`veryfast`")));
    settings.crf = std::nan("");
    EXPECT_THAT(sentencesOf(settings, Container::mp4), testing::SizeIs(2));
}

TEST(VideoSettings, EveryFormatOfEveryCodecCanBeAskedFor) {
    for (const CodecInfo& info : allCodecs()) {
        for (const PixelFormat format : info.formats) {
            const FormatInfo& facts = formatInfo(format);
            const bool alpha = facts.alpha && info.codec != Codec::gif;
            const PixelFormat found = formatFor(info.codec, facts.bits, alpha);
            EXPECT_EQ(formatInfo(found).bits, facts.bits) << info.name << ' ' << facts.name;
            EXPECT_EQ(formatInfo(found).alpha, facts.alpha) << info.name << ' ' << facts.name;
            for (const Container container : info.containers) {
                Settings settings;
                settings.codec = info.codec;
                settings.format = format;
                settings.alpha = alpha;
                EXPECT_THAT(sentencesOf(settings, container), IsEmpty()) << info.name;
            }
        }
    }
    EXPECT_EQ(formatFor(Codec::prores4444, 0, true), PixelFormat::yuva444p10);
    EXPECT_THAT(failureOf([] { return formatFor(Codec::h264, 0, true); }),
                HasSubstr("prores-4444"));
    EXPECT_THAT(failureOf([] { return formatFor(Codec::gif, 0, true); }),
                HasSubstr("gif has no alpha"));
    EXPECT_THAT(failureOf([] { return formatFor(Codec::h264, 12, false); }),
                testing::EndsWith("there are 8, 10"));
}

TEST(VideoSettings, BitratesAreReadAndDoNotGoWithACrf) {
    EXPECT_EQ(bitrateNamed("800k"), 800'000);
    EXPECT_EQ(bitrateNamed("12M"), 12'000'000);
    EXPECT_EQ(bitrateNamed("64000"), 64'000);
    for (const char* bad : {"", "M", "12G", "-3M", "1.5M"})
        EXPECT_THAT(failureOf([&] { return bitrateNamed(bad); }), HasSubstr("12M")) << bad;
    Settings settings;
    settings.bitrate = 6'000'000;
    EXPECT_THAT(sentencesOf(settings, Container::mp4), IsEmpty());
    settings.crf = 20;
    EXPECT_THAT(sentencesOf(settings, Container::mp4), ElementsAre(HasSubstr("crf and bitrate")));
}

TEST(VideoSettings, AGifIsNoFasterThanPlayersShowIt) {
    Settings settings;
    settings.codec = Codec::gif;
    settings.format = usualFormat(settings.codec);
    settings.rate = {50, 1};
    EXPECT_THAT(sentencesOf(settings, Container::gif), IsEmpty());
    settings.rate = {60000, 1001};
    EXPECT_THAT(sentencesOf(settings, Container::gif), ElementsAre(HasSubstr("--rate 25")));
}

TEST(VideoSettings, EncodersThatMakeSomethingElseNameTheirCodec) {
    Settings settings;
    const auto found = [&](Codec codec, const std::string& encoder) {
        settings.codec = codec;
        settings.format = usualFormat(codec);
        settings.encoder = encoder;
        return sentencesOf(settings, codecInfo(codec).containers.front());
    };
    for (const CodecInfo& info : allCodecs()) {
        if (info.encoder.empty()) continue;
        EXPECT_THAT(found(info.codec, std::string(info.encoder)), IsEmpty()) << info.name;
    }
    EXPECT_THAT(found(Codec::h264, "libvpx-vp9"), ElementsAre(HasSubstr("--codec vp9")));
    EXPECT_THAT(found(Codec::h264, "hevc_nvenc"), ElementsAre(HasSubstr("--codec hevc")));
    EXPECT_THAT(found(Codec::h264, "mpeg4"), ElementsAre(HasSubstr("mpeg4 makes no h264")));
    EXPECT_THAT(found(Codec::png, "png"), ElementsAre(HasSubstr("without an encoder")));
}

TEST(VideoSettings, DnxhrHasASmallestSize) {
    Settings settings;
    settings.codec = Codec::dnxhrHqx;
    settings.format = usualFormat(settings.codec);
    settings.size = {254, 144};
    EXPECT_THAT(sentencesOf(settings, Container::mov), ElementsAre(HasSubstr("256x120")));
}

TEST(VideoSettings, SegmentsLastAboutFourSeconds) {
    Settings settings;
    const struct {
        core::FrameRate rate;
        int frames = 0;
    } expected[] = {
        {{25, 1}, 100}, {{24000, 1001}, 96}, {{60, 1}, 240}, {{60000, 1001}, 240}, {{1, 10}, 1}};
    for (const auto& [rate, frames] : expected) {
        settings.rate = rate;
        EXPECT_EQ(segmentLength(settings), frames) << core::toString(rate);
    }
    settings.segmentFrames = 7;
    EXPECT_EQ(segmentLength(settings), 7);
}

}  // namespace
}  // namespace ebbflow::encode
