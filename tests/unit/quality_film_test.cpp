// Films written by this program and read by its quality gate: the pictures come through decoding as
// they were, times and tags are read right, and a manifest is held against its film.

#include <gtest/gtest.h>

#include <functional>

#include "core/error.hpp"
#include "encode/codec_info.hpp"
#include "quality/film_reader.hpp"
#include "quality/picture_gate.hpp"
#include "quality/promise.hpp"
#include "support/film_making.hpp"

namespace ebbflow::quality {
namespace {

using test::TemporaryFolder;

/// Of one frame.
using Draw = std::function<void(std::int64_t frame, encode::Planes& planes)>;

class ReadFilm : public testing::Test {
protected:
    delivery::FilmOrder order(const std::string& name, encode::Codec codec, std::int64_t frames) {
        delivery::FilmOrder order = test::smallOrder(folder_ / name, codec, {0, frames});
        order.settings.size = {320, 180};
        return order;
    }

    static void make(const delivery::FilmOrder& order, const Draw& draw) {
        delivery::FilmWriter writer(order);
        for (std::int64_t frame = order.range.first; frame < order.range.end; ++frame) {
            encode::Planes planes = writer.lane().acquire();
            draw(frame, planes);
            writer.lane().submit(frame, std::move(planes));
        }
        writer.finish();
    }

    Report told(const std::filesystem::path& path) {
        facts_ = factsOf(path);
        PictureGate gate(smallSize(facts_.width, facts_.height), facts_.rate);
        facts_ = readFilm(path, [&](const ReadFrame& frame) {
            gate.add({frame.small, frame.levels, std::nullopt});
        });
        Report report;
        gate.tell(report);
        const auto manifest = manifestOf(path);
        tellContainer(facts_, manifest ? manifest->promise : Promise{}, report);
        return report;
    }

    TemporaryFolder folder_;
    FilmFacts facts_;
};

void moving(std::int64_t frame, encode::Planes& planes) {
    encode::convert(test::movingPicture(planes.width(), planes.height(), frame), planes);
}

std::string words(const Report& report) {
    std::string all;
    for (const Finding& finding : report.findings) all += finding.message + "\n";
    return all;
}

TEST_F(ReadFilm, OfACleanOneNothingIsSaid) {
    auto film = order("film.mp4", encode::Codec::h264, 40);
    film.settings.rate = {30000, 1001};
    film.settings.timecode = "10:00:00;00";
    make(film, moving);
    EXPECT_EQ(words(told(film.output)), "");
    EXPECT_EQ(facts_.frames, 40);
    EXPECT_EQ(facts_.rate, (core::FrameRate{30000, 1001}));
    EXPECT_EQ(facts_.timecode, "10:00:00;00");
    EXPECT_TRUE(facts_.sound.empty());
}

TEST_F(ReadFilm, TenBitsAreWhatTheManifestSays) {
    auto film = order("film.mp4", encode::Codec::hevc, 10);
    film.settings.format = encode::formatFor(encode::Codec::hevc, 10, false);
    make(film, moving);
    EXPECT_EQ(words(told(film.output)), "");
    EXPECT_EQ(facts_.bits, 10);
    EXPECT_EQ(manifestOf(film.output)->promise.pixelFormat, facts_.pixelFormat);
}

// Numbered frames are no film, and libav does not decode an animated WebP.
TEST_F(ReadFilm, EveryCodecIsWhatTheManifestPromises) {
    for (const encode::CodecInfo& row : encode::allCodecs()) {
        for (const encode::Container container : row.containers) {
            if (encode::isNumbered(container) || container == encode::Container::webp) continue;
            const std::string name = std::string(row.name) + std::string(encode::endOf(container));
            auto film = order(name, row.codec, 5);
            film.settings.rate = {25, 1};
            make(film, moving);
            const Report report = told(film.output);
            EXPECT_EQ(words(report).find("its manifest says"), std::string::npos)
                << name << ": " << words(report);
            EXPECT_EQ(manifestOf(film.output)->promise.codec, facts_.codec) << name;
        }
    }
}

TEST_F(ReadFilm, MatroskasRoundedTimesAreNoFault) {
    auto film = order("film.mkv", encode::Codec::ffv1, 60);
    film.settings.rate = {24000, 1001};
    make(film, moving);
    EXPECT_EQ(words(told(film.output)), "");
}

TEST_F(ReadFilm, FindsFlashesAsTheyWereDrawn) {
    const auto film = order("film.mp4", encode::Codec::h264, 60);
    make(film, [](std::int64_t frame, encode::Planes& planes) {
        core::Image picture = test::movingPicture(planes.width(), planes.height(), frame);
        if (frame % 4 < 2) std::ranges::fill(picture.rgba, std::uint8_t{210});
        encode::convert(picture, planes);
    });
    const Report report = told(film.output);
    ASSERT_EQ(report.findings.size(), 1U) << words(report);
    EXPECT_EQ(report.findings[0].rule, Rule::flash);
}

TEST_F(ReadFilm, FindsLevelsOutsideTheRange) {
    const auto film = order("film.mkv", encode::Codec::ffv1, 10);
    make(film, [](std::int64_t frame, encode::Planes& planes) {
        moving(frame, planes);
        // Ten of 180 rows whiter than white, in frames 4 to 6.
        for (int y = 0; y < 10 && frame >= 4 && frame <= 6; ++y)
            std::fill_n(planes.row(0, y), planes.width(), std::uint8_t{250});
    });
    const Report report = told(film.output);
    ASSERT_EQ(report.findings.size(), 1U) << words(report);
    EXPECT_EQ(report.findings[0].rule, Rule::levels);
    EXPECT_EQ(report.findings[0].frames, (Span{4, 6}));
}

TEST_F(ReadFilm, ALostFrameShowsInTheManifest) {
    const auto film = order("film.mp4", encode::Codec::h264, 12);
    make(film, moving);
    const auto promised = manifestOf(film.output);
    ASSERT_TRUE(promised);
    EXPECT_EQ(promised->promise.frames, 12);
    EXPECT_EQ(promised->promise.codec, "h264");
    EXPECT_EQ(promised->promise.pixelFormat, "yuv420p");
    EXPECT_EQ(promised->promise.width, 320);
    // Another film under the manifest's name.
    auto other = order("other.mp4", encode::Codec::h264, 11);
    make(other, moving);
    std::filesystem::rename(other.output, film.output);
    const Report report = told(film.output);
    ASSERT_EQ(report.findings.size(), 1U) << words(report);
    EXPECT_EQ(report.findings[0].message,
              "number of frames: 11 instead of 12, which its manifest says");
}

TEST_F(ReadFilm, WhatIsNoFilmIsAFailure) {
    EXPECT_THROW((void)factsOf(EBBFLOW_SOURCE_DIR "/CMakeLists.txt"), core::Failure);
    EXPECT_THROW((void)factsOf(folder_ / "none.mp4"), core::Failure);
}

}  // namespace
}  // namespace ebbflow::quality
