// The chain of segments: however a film is cut for encoding, its frames are the same.

#include <malloc.h>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "core/byte_hash.hpp"
#include "core/error.hpp"
#include "core/whole_file.hpp"
#include "delivery/joiner.hpp"
#include "delivery/machine.hpp"
#include "delivery/segment_encoder.hpp"
#include "delivery/segment_file.hpp"
#include "support/film_making.hpp"
#include "support/read_video.hpp"

namespace ebbflow::delivery {
namespace {

using test::makeFilm;
using test::smallOrder;

SegmentRecord encodeSegment(const FilmOrder& order, FrameRange range,
                            const std::filesystem::path& folder) {
    SegmentEncoder encoder(order.settings, range.first, folder);
    for (std::int64_t frame = range.first; frame < range.end; ++frame) {
        encoder.encode(test::frameOf(order, frame));
    }
    return encoder.finish();
}

std::vector<PlacedSegment> placed(const std::filesystem::path& folder) {
    std::vector<PlacedSegment> segments;
    for (const SegmentRecord& record : readRecords(folder)) segments.push_back({folder, record});
    return segments;
}

/// The moving picture, ever clearer to its right.
encode::Planes clearing(const FilmOrder& order, std::int64_t frame) {
    core::Image image =
        test::movingPicture(order.settings.size.width, order.settings.size.height, frame);
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x)
            image.pixel(x, y)[3] = static_cast<std::uint8_t>(255 - 2 * x);
    }
    return encode::planesFromImage(image, order.settings.format);
}

// Of all codecs only VP9 has its alpha beside its packets, in a file that counts milliseconds.
TEST(SegmentsWithAlpha, AreReadBackWholeAtAnyRateHoweverLate) {
    const test::TemporaryFolder folder;
    for (const core::FrameRate rate : {core::FrameRate{60000, 1001}, {24000, 1001}, {25, 1}}) {
        FilmOrder order = smallOrder(folder / "a.webm", encode::Codec::vp9, {100'001, 100'009});
        order.settings.alpha = true;
        order.settings.format = encode::PixelFormat::yuva420p8;
        order.settings.rate = rate;
        SegmentEncoder encoder(order.settings, order.range.first, folder.path());
        for (std::int64_t frame = order.range.first; frame < order.range.end; ++frame)
            encoder.encode(clearing(order, frame));
        const SegmentRecord record = encoder.finish();
        EXPECT_TRUE(isWhole(record, folder.path(), {}, rate)) << core::toString(rate);
        joinSegments(order.settings, encode::Container::webm, {{{folder.path(), record}}},
                     order.output);
        const auto frames = test::readFrames(order.output);
        ASSERT_EQ(frames.size(), 8U);
        ASSERT_EQ(frames[7].format(), encode::PixelFormat::yuva420p8) << "it has alpha";
        EXPECT_GT(test::psnr(clearing(order, order.range.end - 1), frames[7], 3), 40);
    }
}

TEST(SegmentsWithAlpha, DamageToTheirAlphaAloneIsSeen) {
    const test::TemporaryFolder folder;
    FilmOrder order = smallOrder(folder / "a.webm", encode::Codec::vp9, {0, 1});
    order.settings.alpha = true;
    order.settings.format = encode::PixelFormat::yuva420p8;
    SegmentEncoder encoder(order.settings, 0, folder.path());
    encoder.encode(clearing(order, 0));
    const SegmentRecord record = encoder.finish();
    std::string bytes = core::readWhole(folder / record.file);
    // Matroska: BlockAdditional is the element a5, after the BlockAddID ee 81 01.
    const std::size_t alpha = bytes.rfind("\xee\x81\x01");
    ASSERT_NE(alpha, std::string::npos);
    bytes[alpha + 20] = static_cast<char>(~bytes[alpha + 20]);
    std::ofstream(folder / record.file, std::ios::binary) << bytes;
    EXPECT_FALSE(isWhole(record, folder.path(), {}, order.settings.rate));
}

/// New memory is full of ones: a number in it that nobody sets is −1. glibc fills it with the
/// complement of the lowest byte here, and 0 would switch that off.
class DirtyMemory {
public:
    DirtyMemory() { mallopt(M_PERTURB, 0x100); }
    DirtyMemory(const DirtyMemory&) = delete;
    DirtyMemory& operator=(const DirtyMemory&) = delete;
    ~DirtyMemory() { mallopt(M_PERTURB, 0); }
};

// x265 3.5 forgets to set by how much its packets are decoded ahead in films this short.
TEST(ShortSegments, AreWrittenWhateverTheirEncoderSaysOfDecoding) {
    const DirtyMemory dirty;
    const test::TemporaryFolder folder;
    for (const encode::Codec codec : {encode::Codec::h264, encode::Codec::hevc}) {
        FilmOrder order = smallOrder(folder / "a.mp4", codec, {0, 5});
        order.settings.quality = encode::Quality::master;
        order.settings.segmentFrames = 2;
        order.overwrite = true;
        makeFilm(order);
        EXPECT_EQ(test::readVideo(order.output).frameStarts.size(), 5U) << encode::nameOf(codec);
    }
}

class Chain : public testing::TestWithParam<encode::Codec> {};

TEST_P(Chain, PiecesMadeApartAndInAnyOrderJoinToTheVerySameFile) {
    const test::TemporaryFolder folder;
    FilmOrder order = smallOrder(folder / "whole.mkv", GetParam(), {0, 44});
    order.settings.segmentFrames = 16;
    makeFilm(order);
    std::filesystem::create_directory(folder / "parts");
    (void)encodeSegment(order, {32, 44}, folder / "parts");
    (void)encodeSegment(order, {0, 16}, folder / "parts");
    (void)encodeSegment(order, {16, 32}, folder / "parts");
    joinSegments(order.settings, encode::Container::mkv, placed(folder / "parts"),
                 folder / "joined.mkv");
    EXPECT_EQ(core::readWhole(folder / "joined.mkv"), core::readWhole(order.output));
}

TEST_P(Chain, APartOnSegmentBoundariesHasTheWholesFrames) {
    const test::TemporaryFolder folder;
    FilmOrder whole = smallOrder(folder / "whole.mkv", GetParam(), {0, 40});
    whole.settings.segmentFrames = 8;
    makeFilm(whole);
    FilmOrder part = whole;
    part.output = folder / "part.mkv";
    part.range = {16, 32};
    makeFilm(part);
    const auto all = test::readFrames(whole.output);
    const auto some = test::readFrames(part.output);
    ASSERT_EQ(some.size(), 16U);
    for (std::size_t i = 0; i < some.size(); ++i) EXPECT_TRUE(some[i] == all[16 + i]) << i;
}

TEST_P(Chain, SegmentsOfAnyLengthGiveEveryFrameInOrder) {
    for (const int length : {1, 2, 3, 7, 30, 31}) {
        const test::TemporaryFolder folder;
        FilmOrder order = smallOrder(folder / "a.mp4", GetParam(), {3, 33});
        if (GetParam() == encode::Codec::ffv1) order.output = folder / "a.mkv";
        order.settings.segmentFrames = length;
        makeFilm(order);
        const test::VideoFile file = test::readVideo(order.output);
        EXPECT_EQ(file.frameStarts.size(), 30U) << length;
        EXPECT_TRUE(std::is_sorted(file.packetDts.begin(), file.packetDts.end()));
        EXPECT_EQ(std::adjacent_find(file.packetDts.begin(), file.packetDts.end()),
                  file.packetDts.end());
        const auto frames = test::readFrames(order.output);
        for (std::size_t i = 0; i < frames.size(); ++i) {
            const auto given = test::frameOf(order, 3 + static_cast<std::int64_t>(i));
            EXPECT_GT(test::psnr(frames[i], given, 0), 32) << length << ' ' << i;
        }
    }
}

std::string codecName(const testing::TestParamInfo<encode::Codec>& info) {
    return std::string(encode::nameOf(info.param));
}
INSTANTIATE_TEST_SUITE_P(Codecs, Chain,
                         testing::Values(encode::Codec::h264, encode::Codec::hevc,
                                         encode::Codec::ffv1),
                         codecName);

TEST(Segments, BeginAtMultiplesCountedFromTheFilmsStart) {
    const test::TemporaryFolder folder;
    FilmOrder order = smallOrder(folder / "a.mp4", encode::Codec::h264, {25, 52});
    order.settings.segmentFrames = 10;
    makeFilm(order);
    const Manifest manifest = readManifest(folder / "a.mp4.manifest.json");
    ASSERT_EQ(manifest.segments.size(), 4U);
    const FrameRange expected[] = {{25, 30}, {30, 40}, {40, 50}, {50, 52}};
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(manifest.segments[i].first, expected[i].first);
        EXPECT_EQ(manifest.segments[i].count, expected[i].count());
    }
}

TEST(Manifest, HoldsSettingsProvenanceAndFrameHashes) {
    const test::TemporaryFolder folder;
    FilmOrder order = smallOrder(folder / "a.mp4", encode::Codec::h264, {0, 12});
    order.provenance = {{"program", "ebb \"15\""}, {"scene", "0123"}};
    order.machine = {{"renderer", "llvmpipe"}};
    order.wish = R"({"scene":"/films/a.yaml","crf":20.0,"textless":true})";
    makeFilm(order);
    const Manifest manifest = readManifest(folder / "a.mp4.manifest.json");
    for (const char* fact :
         {"\"ebbflow render\"", "ebb \\\"15\\\"", "\"scene\": \"0123\"", "libx264",
          "\"threads\": 2", "\"rate\": \"25\"", "\"end_frame\": 12", "crf"}) {
        EXPECT_NE(manifest.head.text.find(fact), std::string::npos) << fact;
    }
    EXPECT_EQ(manifest.head.wish, order.wish);
    EXPECT_EQ(manifest.filmHash, core::hashOfFile(order.output));
    ASSERT_EQ(manifest.segments.size(), 1U);
    EXPECT_EQ(manifest.segments[0].machine, machineFacts(order.settings, order.machine));
    for (std::size_t i = 0; i < 12; ++i) {
        EXPECT_EQ(manifest.segments[0].frames[i],
                  core::hexOf(encode::hashOf(test::frameOf(order, static_cast<std::int64_t>(i)))));
    }
}

TEST(Manifest, WithNothingSaidOfItsMakingIsStillWhole) {
    const test::TemporaryFolder folder;
    FilmOrder order = smallOrder(folder / "a.mp4", encode::Codec::h264, {0, 2});
    order.provenance.clear();
    makeFilm(order);
    EXPECT_EQ(readManifest(folder / "a.mp4.manifest.json").segments.size(), 1U);
}

TEST(Manifest, OfAnotherVersionIsRefusedWithASentence) {
    const test::TemporaryFolder folder;
    for (const char* version : {"2", "99"}) {
        const auto path = folder / "a.mp4.manifest.json";
        core::writeWhole(path, fmt::format(R"({{"version": {}, "segments": []}})", version));
        try {
            (void)readManifest(path);
            FAIL() << version;
        } catch (const core::Failure& failure) {
            EXPECT_THAT(failure.what(), testing::HasSubstr(fmt::format("of version {},", version)));
        }
    }
}

TEST(Manifest, RecordsAreReadAsWritten) {
    const test::TemporaryFolder folder;
    const SegmentRecord late{200, 2, "b.nut", 2, "ff", {"1", "2"}, {{"gl", "4.5"}}};
    const SegmentRecord early{0, 1, "a.nut", 0, "00", {"3"}};
    writeRecord(folder.path(), late);
    writeRecord(folder.path(), early);
    EXPECT_EQ(readRecords(folder.path()), (std::vector{early, late}));
}

class Join : public testing::Test {
protected:
    Join() : order_(smallOrder(folder_ / "a.mp4", encode::Codec::h264, {0, 16})) {
        first_ = encodeSegment(order_, {0, 8}, folder_.path());
        second_ = encodeSegment(order_, {8, 16}, folder_.path());
    }
    std::string failure(const std::vector<SegmentRecord>& records) {
        try {
            std::vector<PlacedSegment> segments;
            for (const auto& record : records) segments.push_back({folder_.path(), record});
            joinSegments(order_.settings, encode::Container::mp4, segments, order_.output);
        } catch (const core::Failure& caught) {
            EXPECT_FALSE(std::filesystem::exists(order_.output));
            EXPECT_FALSE(std::filesystem::exists(core::partOf(order_.output)));
            return caught.what();
        }
        return "";
    }

    test::TemporaryFolder folder_;
    FilmOrder order_;
    SegmentRecord first_, second_;
};

TEST_F(Join, Works) {
    EXPECT_EQ(failure({first_, second_}), "");
}

TEST_F(Join, RefusesAGap) {
    SegmentRecord later = second_;
    later.first = 9;
    EXPECT_NE(failure({first_, later}).find("frame 8 should follow"), std::string::npos);
    EXPECT_NE(failure({}).find("no segment"), std::string::npos);
}

TEST_F(Join, RefusesAMissingSegment) {
    std::filesystem::remove(folder_ / second_.file);
    EXPECT_NE(failure({first_, second_}).find(second_.file), std::string::npos);
}

TEST_F(Join, RefusesATruncatedSegment) {
    const auto path = folder_ / second_.file;
    std::filesystem::resize_file(path, std::filesystem::file_size(path) * 2 / 3);
    EXPECT_NE(failure({first_, second_}).find("damaged"), std::string::npos);
}

TEST_F(Join, RefusesOtherPackets) {
    second_.packets = first_.packets;
    EXPECT_NE(failure({first_, second_}).find("damaged"), std::string::npos);
}

TEST_F(Join, RefusesAnotherEncodersSegment) {
    FilmOrder other = order_;
    other.settings.preset = "ultrafast";
    second_ = encodeSegment(other, {8, 16}, folder_.path());
    EXPECT_NE(failure({first_, second_}).find("other settings"), std::string::npos);
}

}  // namespace
}  // namespace ebbflow::delivery
