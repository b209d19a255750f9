// Films for the edit: what each says of itself, and that its samples come back at their depth.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/whole_file.hpp"
#include "encode/codec_info.hpp"
#include "support/film_making.hpp"
#include "support/read_video.hpp"

namespace ebbflow::delivery {
namespace {

using test::frameOf;
using test::makeFilm;
using test::readVideo;
using test::smallOrder;
using test::VideoFile;
using testing::IsEmpty;

/// What a file of the format says of itself.
struct Kind {
    std::string name, file;
    encode::Codec codec;
    int bits;
    bool alpha;
    std::string codecName, tag, profile, pixelFormat;
    double luma;  ///< dB that a decoded frame has at least
};

void PrintTo(const Kind& kind, std::ostream* out) {
    *out << kind.name;
}

FilmOrder orderOf(const Kind& kind, const test::TemporaryFolder& folder) {
    FilmOrder order = smallOrder(folder / kind.file, kind.codec, {0, 5});
    order.settings.alpha = kind.alpha;
    order.settings.format = encode::formatFor(kind.codec, kind.bits, kind.alpha);
    order.settings.quality = encode::Quality::master;
    order.settings.size = {256, 144};
    order.settings.segmentFrames = 2;
    return order;
}

class Format : public testing::TestWithParam<Kind> {};

TEST_P(Format, SaysWhatItIsAndComesBack) {
    const Kind& kind = GetParam();
    const test::TemporaryFolder folder;
    const FilmOrder order = orderOf(kind, folder);
    makeFilm(order);
    const VideoFile file =
        readVideo(folder / kind.file, [&](std::int64_t index, const encode::Planes& decoded) {
            EXPECT_GT(test::psnr(frameOf(order, index), decoded, 0), kind.luma) << index;
        });
    EXPECT_EQ(file.codec, kind.codecName);
    EXPECT_EQ(kind.tag.empty() ? "" : file.codecTag, kind.tag);
    EXPECT_EQ(file.profile, kind.profile);
    EXPECT_EQ(file.pixelFormat, kind.pixelFormat);
    EXPECT_EQ(file.frameStarts.size(), 5U);
    EXPECT_THAT(std::vector({file.primaries, file.transfer, file.matrix}), testing::Each("bt709"));
    EXPECT_EQ(file.range, "tv");
    EXPECT_FALSE(file.hasAudio);
}

INSTANTIATE_TEST_SUITE_P(
    All, Format,
    testing::Values(
        Kind{"h264At10", "a.mp4", encode::Codec::h264, 10, false, "h264", "avc1", "High 10",
             "yuv420p10le", 50},
        Kind{"hevcAt10", "a.mp4", encode::Codec::hevc, 10, false, "hevc", "hvc1", "Main 10",
             "yuv420p10le", 50},
        Kind{"av1", "a.mp4", encode::Codec::av1, 8, false, "av1", "av01", "Main", "yuv420p", 40},
        Kind{"av1At10InWebm", "a.webm", encode::Codec::av1, 10, false, "av1", "", "Main",
             "yuv420p10le", 40},
        Kind{"vp9", "a.webm", encode::Codec::vp9, 8, false, "vp9", "", "Profile 0", "yuv420p", 40},
        Kind{"vp9At10", "a.mkv", encode::Codec::vp9, 10, false, "vp9", "", "Profile 2",
             "yuv420p10le", 40},
        Kind{"prores422", "a.mov", encode::Codec::prores422, 10, false, "prores", "apcn",
             "Standard", "yuv422p10le", 45},
        Kind{"prores422Hq", "a.mov", encode::Codec::prores422Hq, 10, false, "prores", "apch", "HQ",
             "yuv422p10le", 45},
        Kind{"prores4444", "a.mov", encode::Codec::prores4444, 10, false, "prores", "ap4h", "4444",
             "yuv444p12le", 45},
        Kind{"dnxhrHqx", "a.mov", encode::Codec::dnxhrHqx, 10, false, "dnxhd", "AVdh", "DNXHR HQX",
             "yuv422p10le", 45},
        Kind{"dnxhr444", "a.mov", encode::Codec::dnxhr444, 10, false, "dnxhd", "AVdh", "DNXHR 444",
             "yuv444p10le", 45},
        Kind{"ffv1At10", "a.mkv", encode::Codec::ffv1, 10, false, "ffv1", "", "", "yuv444p10le",
             200}),
    [](const auto& kind) { return kind.param.name; });

TEST(Encoders, TakeABitrateWhereTheTableSaysSo) {
    for (const encode::CodecInfo& info : encode::allCodecs()) {
        if (info.rate != encode::RateControl::quality) continue;
        const test::TemporaryFolder folder;
        const std::string end(encode::endOf(info.containers.front()));
        FilmOrder order = smallOrder(folder / ("a" + end), info.codec, {0, 50});
        order.settings.quality = encode::Quality::draft;
        std::vector<double> sizes;
        for (const int bitrate : {50'000, 2'000'000}) {
            order.settings.bitrate = bitrate;
            order.overwrite = true;
            makeFilm(order);
            EXPECT_EQ(readVideo(order.output).frameStarts.size(), 50U) << info.name;
            sizes.push_back(static_cast<double>(std::filesystem::file_size(order.output)));
        }
        EXPECT_GT(sizes[1], sizes[0]) << info.name << " heeds it";
    }
}

TEST(Encoders, MakeTheSameFileOfABitrateEachTime) {
    for (const encode::CodecInfo& info : encode::allCodecs()) {
        if (info.rate != encode::RateControl::quality) continue;
        const test::TemporaryFolder folder;
        const std::string end(encode::endOf(info.containers.front()));
        FilmOrder order = smallOrder(folder / ("a" + end), info.codec, {0, 60});
        order.settings.size = {256, 144};
        order.settings.quality = encode::Quality::draft;
        order.settings.threads = 4;
        order.settings.bitrate = 60'000;
        makeFilm(order);
        const std::string first = core::readWhole(order.output);
        order.overwrite = true;
        makeFilm(order);
        EXPECT_TRUE(core::readWhole(order.output) == first) << info.name;
    }
}

}  // namespace
}  // namespace ebbflow::delivery
