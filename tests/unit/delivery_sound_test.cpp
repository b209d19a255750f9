// Sound and captions in films, read back as a player would: on their sample, in their language, and
// without moving a single picture.

#include <gmock/gmock.h>

#include <cmath>

#include "delivery/side_writer.hpp"
#include "encode/codec_info.hpp"
#include "encode/sound_encoder.hpp"
#include "sound/sample_time.hpp"
#include "support/film_making.hpp"
#include "support/read_side.hpp"
#include "support/read_video.hpp"
#include "support/sound_files.hpp"

namespace ebbflow::delivery {
namespace {

using test::clickAt;
using test::makeFilm;
using test::readSound;
using test::readSubtitles;
using test::smallOrder;
using test::SoundOf;
using test::TemporaryFolder;

constexpr std::int64_t kClick = 40'321;  ///< no multiple of a packet's or a frame's length

struct Kind {
    encode::Codec codec;
    const char* name;
    const char* sound;
    std::int64_t tolerance;  ///< samples between the click and the loudest sample heard
};

class FilmSound : public testing::TestWithParam<Kind> {
protected:
    void SetUp() override { test::writeWav(folder_ / "click.wav", 96'000, clickAt(kClick)); }

    [[nodiscard]] FilmOrder order(const FrameRange& range) const {
        FilmOrder order = smallOrder(folder_ / GetParam().name, GetParam().codec, range);
        sound::Clip clip;
        clip.path = folder_ / "click.wav";
        clip.length = 96'000;
        encode::SideTracks side;
        side.sound.mix.clips = {clip};
        side.sound.first = sound::sampleAt(core::frameStart(range.first, order.settings.rate));
        side.sound.end = sound::sampleAt(core::frameStart(range.end, order.settings.rate));
        side.sound.language = "ru";
        order.settings.side = std::make_shared<const encode::SideTracks>(side);
        return order;
    }

    TemporaryFolder folder_;
};

std::int64_t loudest(const SoundOf& sound) {
    const auto quieter = [](float a, float b) { return std::abs(a) < std::abs(b); };
    return std::ranges::max_element(sound.left, quieter) - sound.left.begin();
}

TEST_P(FilmSound, IsHeardOnItsSample) {
    for (const FrameRange range : {FrameRange{0, 50}, FrameRange{7, 50}}) {
        FilmOrder film = order(range);
        film.overwrite = true;
        makeFilm(film);
        const SoundOf sound = readSound(film.output);
        EXPECT_EQ(sound.codec, GetParam().sound);
        EXPECT_EQ(sound.rate, 48'000);
        EXPECT_EQ(sound.channels, 2);
        EXPECT_EQ(sound.language, "rus");
        // Matroska counts whole milliseconds.
        EXPECT_NEAR(sound.startSeconds, 0, 0.0005);
        EXPECT_NEAR(static_cast<double>(loudest(sound)),
                    static_cast<double>(kClick - range.first * 1920),
                    static_cast<double>(GetParam().tolerance));
        const double seconds = static_cast<double>(sound.left.size()) / 48'000;
        const double packet = GetParam().tolerance == 0 ? 0 : 1024.0 / 48'000;
        EXPECT_NEAR(seconds, static_cast<double>(range.count()) / 25, packet);
    }
}

TEST_P(FilmSound, MovesNoPicture) {
    const FilmOrder film = order({0, 30});
    makeFilm(film);
    const test::VideoFile file = test::readVideo(film.output);
    // Opus runs up to 0 before it, of which players hear nothing.
    EXPECT_NEAR(file.startSeconds, 0, GetParam().codec == encode::Codec::vp9 ? 0.007 : 0);
    ASSERT_EQ(file.frameStarts.size(), 30U);
    for (std::size_t i = 0; i < 30; ++i)
        EXPECT_NEAR(file.frameStarts[i], static_cast<double>(i) / 25, 0.5e-3 + 1e-9);
    EXPECT_NEAR(file.durationSeconds, 30.0 / 25, 1024.0 / 48'000);
}

INSTANTIATE_TEST_SUITE_P(Kinds, FilmSound,
                         testing::Values(Kind{encode::Codec::h264, "a.mp4", "aac", 2},
                                         Kind{encode::Codec::h264, "a.mov", "aac", 2},
                                         Kind{encode::Codec::h264, "a.mkv", "flac", 0},
                                         Kind{encode::Codec::ffv1, "a.mkv", "flac", 0},
                                         Kind{encode::Codec::vp9, "a.webm", "opus", 2},
                                         Kind{encode::Codec::prores422, "a.mov", "pcm_s24le", 0}),
                         [](const auto& kind) {
                             std::string name(encode::nameOf(kind.param.codec));
                             std::erase(name, '-');
                             return name + std::string(kind.param.name).substr(2);
                         });

TEST(Sound, AloneIsAWavFileWithEverySample) {
    const TemporaryFolder folder;
    test::writeWav(folder / "click.wav", 3000, clickAt(1234, 0.5));
    sound::Clip clip;
    clip.path = folder / "click.wav";
    clip.length = 3000;
    clip.start = 500;
    sound::Mix mix;
    mix.clips = {clip};
    writeSound({mix, 400, 4400, "en"}, folder / "film.wav");
    const SoundOf sound = readSound(folder / "film.wav");
    EXPECT_EQ(sound.codec, "pcm_s24le");
    ASSERT_EQ(sound.left.size(), 4000U);
    for (std::size_t i = 0; i < sound.left.size(); ++i)
        EXPECT_NEAR(sound.left[i], i == 1334 ? 0.5 : 0, 1e-4) << i;
}

TEST(Sound, OfMediaForEditingIsNotCompressed) {
    encode::Settings settings;
    settings.codec = encode::Codec::ffv1;
    EXPECT_EQ(encode::soundCodecFor(settings, encode::Container::mkv), encode::SoundCodec::flac);
    EXPECT_EQ(encode::soundCodecFor(settings, encode::Container::mov), encode::SoundCodec::pcm24);
    settings.codec = encode::Codec::h264;
    EXPECT_EQ(encode::soundCodecFor(settings, encode::Container::mov), encode::SoundCodec::aac);
}

class FilmSubtitles : public testing::TestWithParam<const char*> {};

TEST_P(FilmSubtitles, AreInTheFileWithTheirTimesAndLanguages) {
    const auto at = [](double seconds) { return core::FilmTime::fromSeconds(seconds); };
    const encode::SubtitleTrack english{"en",
                                        {{at(0.2), at(0.8), "They leave."},
                                         {at(0.8), at(1.2), "Two\nlines."},
                                         {at(1.6), at(1.96), "The end."}}};
    const encode::SubtitleTrack russian{"ru", {{at(0.2), at(1.2), "Они уезжают."}}};
    const TemporaryFolder folder;
    const bool web = std::string(GetParam()) == "a.webm";
    FilmOrder film =
        smallOrder(folder / GetParam(), web ? encode::Codec::vp9 : encode::Codec::h264, {0, 50});
    film.settings.side =
        std::make_shared<const encode::SideTracks>(encode::SideTracks{{english, russian}, {}});
    makeFilm(film);
    const auto tracks = readSubtitles(film.output);
    ASSERT_EQ(tracks.size(), 2U);
    const std::string end = film.output.extension();
    EXPECT_EQ(tracks[0].codec, web ? "webvtt" : end == ".mkv" ? "subrip" : "mov_text");
    EXPECT_EQ(tracks[0].language, "eng");
    EXPECT_EQ(tracks[1].language, "rus");
    EXPECT_EQ(tracks[0].captions, english.captions);
    EXPECT_EQ(tracks[1].captions, russian.captions);
    EXPECT_EQ(test::readVideo(film.output).frameStarts.size(), 50U);
}

INSTANTIATE_TEST_SUITE_P(Containers, FilmSubtitles,
                         testing::Values("a.mp4", "a.mov", "a.mkv", "a.webm"),
                         [](const auto& name) { return std::string(name.param).substr(2); });

}  // namespace
}  // namespace ebbflow::delivery
