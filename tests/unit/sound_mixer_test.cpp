// Files become samples of the film without one too many or too few, and clips lie where they were
// laid, as loud as they were asked for.

#include <gmock/gmock.h>

#include <cmath>
#include <fstream>
#include <numbers>
#include <vector>

#include "core/error.hpp"
#include "sound/audio_file.hpp"
#include "sound/mixer.hpp"
#include "sound/peak.hpp"
#include "support/sound_files.hpp"
#include "support/video_fixture.hpp"

namespace ebbflow::sound {
namespace {

using ebbflow::test::clickAt;
using ebbflow::test::TemporaryFolder;
using ebbflow::test::writeWav;
using testing::HasSubstr;
using testing::ThrowsMessage;

constexpr double kHalf = 16384.0 / 32767;

std::vector<float> mixed(const std::vector<Clip>& clips, std::int64_t from, std::int64_t count,
                         std::int64_t block = 1000) {
    Mix mix;
    mix.clips = clips;
    Mixer mixer(mix, from);
    std::vector<float> all;
    while (count > 0) {
        std::vector<float> some(static_cast<std::size_t>(std::min(count, block)) * kChannels);
        mixer.read(some);
        all.insert(all.end(), some.begin(), some.end());
        count -= block;
    }
    return all;
}

/// The sample that is loudest, in the left channel.
std::int64_t loudest(const std::vector<float>& samples) {
    std::int64_t best = 0;
    for (std::size_t i = 0; i < samples.size(); i += kChannels) {
        if (std::abs(samples[i]) > std::abs(samples[static_cast<std::size_t>(best) * kChannels]))
            best = static_cast<std::int64_t>(i / kChannels);
    }
    return best;
}

TEST(AudioFiles, HaveEverySampleAndNoOther) {
    const TemporaryFolder folder;
    writeWav(folder / "a.wav", 5000, clickAt(4999));
    EXPECT_EQ(lengthOf(folder / "a.wav"), 5000);
    AudioFile file(folder / "a.wav");
    file.skip(4990);
    std::vector<float> rest(40);
    ASSERT_EQ(file.read(rest), 10);
    EXPECT_NEAR(rest[18], 0.9, 1e-4);
    EXPECT_NEAR(rest[19], 0.9, 1e-4);
    EXPECT_EQ(file.read(rest), 0);
}

TEST(AudioFiles, OfOtherRatesKeepTimeAndOneChannelItsLoudness) {
    const TemporaryFolder folder;
    const auto sine = [](std::int64_t i) {
        return 0.5 * std::sin(2 * std::numbers::pi * 441 * static_cast<double>(i) / 44'100);
    };
    writeWav(folder / "a.wav", 44'100, sine, 44'100, 1);
    EXPECT_EQ(lengthOf(folder / "a.wav"), kSampleRate);
    AudioFile file(folder / "a.wav");
    std::vector<float> samples(static_cast<std::size_t>(kSampleRate) * kChannels);
    ASSERT_NEAR(static_cast<double>(file.read(samples)), kSampleRate, 32);
    double worst = 0;
    for (std::int64_t i = 1000; i < 40'000; ++i) {
        const double expected =
            0.5 * std::sin(2 * std::numbers::pi * 441 * static_cast<double>(i) / kSampleRate);
        worst = std::max(worst, std::abs(samples[static_cast<std::size_t>(2 * i)] - expected));
        worst = std::max(worst, std::abs(samples[static_cast<std::size_t>(2 * i + 1)] - expected));
    }
    EXPECT_LT(worst, 0.002);
}

TEST(AudioFiles, ThatAreNoneSaySo) {
    const TemporaryFolder folder;
    std::ofstream(folder / "text.wav") << "no sound at all";
    EXPECT_THAT([&] { AudioFile(folder / "none.wav"); },
                ThrowsMessage<core::Failure>(HasSubstr("no such file")));
    EXPECT_THAT([&] { AudioFile(folder / "text.wav"); },
                ThrowsMessage<core::Failure>(HasSubstr("no sound file")));
}

/// With a part that is there, so that whoever follows them finds sound.
TEST(AudioFiles, AreNoListsOfOthers) {
    const TemporaryFolder folder;
    writeWav(folder / "part.wav", 5000, clickAt(10));
    const std::vector<std::pair<std::string, std::string>> lists{
        {"live.m3u8", "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\npart.wav\n"},
        {"ended.m3u8",
         "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\npart.wav\n#EXT-X-ENDLIST\n"},
        {"parts.ffconcat", "ffconcat version 1.0\nfile part.wav\n"},
        {"named.wav", "ffconcat version 1.0\nfile part.wav\n"},
        {"stream.sdp",
         "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\n"
         "m=audio 4000 RTP/AVP 0\n"},
        {"a.mpd",
         "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" "
         "profiles=\"urn:mpeg:dash:profile:isoff-on-demand:2011\" type=\"dynamic\">"
         "<Period><AdaptationSet mimeType=\"audio/mp4\"><Representation id=\"1\">"
         "<BaseURL>part.wav</BaseURL></Representation></AdaptationSet></Period></MPD>"},
        {"a.cue", "FILE \"part.wav\" WAVE\n  TRACK 01 AUDIO\n    INDEX 01 00:00:00\n"}};
    for (const auto& [name, text] : lists) {
        std::ofstream(folder / name) << text;
        const std::string path = folder / name;
        EXPECT_THAT([&] { (void)lengthOf(path); },
                    ThrowsMessage<core::Failure>(HasSubstr("no sound file")))
            << name;
    }
}

/// A header of a few bytes may promise days of silence.
TEST(AudioFiles, AreOfALengthThatIsAsked) {
    const TemporaryFolder folder;
    writeWav(folder / "a.wav", 3LL * kSampleRate, clickAt(10));
    core::Limits limits;
    limits.soundSeconds = 2;
    EXPECT_THAT([&] { (void)lengthOf(folder / "a.wav", limits); },
                ThrowsMessage<core::Failure>(HasSubstr("--no-limits")));
    limits.soundSeconds = 3;
    EXPECT_EQ(lengthOf(folder / "a.wav", limits), 3 * kSampleRate);
    EXPECT_EQ(lengthOf(folder / "a.wav", core::Limits::none()), 3 * kSampleRate);
}

/// Each of its samples would become tens of thousands.
TEST(AudioFiles, OfASampleASecondAreNone) {
    const TemporaryFolder folder;
    writeWav(folder / "a.wav", 5000, clickAt(10));
    std::fstream file(folder / "a.wav", std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(24);  // RIFF: samples a second
    file.write("\x01\0\0\0", 4);
    file.close();
    EXPECT_THAT([&] { (void)lengthOf(folder / "a.wav", core::Limits::none()); },
                ThrowsMessage<core::Failure>(HasSubstr("1 samples a second")));
}

TEST(Levels, FadesOfTwoClipsThatMeetKeepTheirSum) {
    Clip goes, comes;
    goes.length = comes.length = 1000;
    goes.fadeOut = comes.fadeIn = 400;
    for (std::int64_t i = 0; i < 400; ++i)
        EXPECT_NEAR(levelAt(goes, 600 + i) + levelAt(comes, i), 1, 1e-9);
    EXPECT_EQ(levelAt(goes, 1000), 0);
    EXPECT_EQ(levelAt(goes, -1), 0);
    goes.gain = -6;
    EXPECT_NEAR(levelAt(goes, 10), 0.501, 0.001);
}

class Mixes : public testing::Test {
protected:
    void SetUp() override { writeWav(folder_ / "click.wav", 3000, clickAt(1234, kHalf)); }
    [[nodiscard]] Clip click(std::int64_t start) const {
        Clip clip;
        clip.path = folder_ / "click.wav";
        clip.start = start;
        clip.length = 3000;
        return clip;
    }
    TemporaryFolder folder_;
};

TEST_F(Mixes, ClipsLieOnTheirSampleWhateverTheBlocks) {
    const auto once = mixed({click(777)}, 0, 6000, 6000);
    EXPECT_EQ(loudest(once), 777 + 1234);
    for (const std::int64_t block : {1, 7, 1024})
        EXPECT_EQ(mixed({click(777)}, 0, 6000, block), once);
}

TEST_F(Mixes, BeginAnywhereInTheFilm) {
    const auto whole = mixed({click(777)}, 0, 6000);
    for (const std::int64_t from : {500, 777, 1500, 4000}) {
        const auto part = mixed({click(777)}, from, 6000 - from);
        EXPECT_EQ(part, std::vector<float>(whole.begin() + from * kChannels, whole.end())) << from;
    }
}

TEST_F(Mixes, AddUpAndEndWithTheirLength) {
    Clip late = click(0);
    late.offset = 1234;
    late.start = 777 + 1234;
    const auto both = mixed({click(777), late}, 0, 6000);
    EXPECT_EQ(loudest(both), 777 + 1234);
    EXPECT_NEAR(both[static_cast<std::size_t>(777 + 1234) * 2], 2 * kHalf, 1e-3);
    Clip cut = click(777);
    cut.length = 1234;
    EXPECT_EQ(mixed({cut}, 0, 6000), std::vector<float>(12'000));
}

TEST_F(Mixes, SayWhereTheyAreLoudest) {
    Mix mix;
    mix.clips = {click(777), click(777), click(777)};
    const Peak peak = peakOf(mix, 500, 6000);
    EXPECT_EQ(peak.sample, 777 + 1234);
    EXPECT_NEAR(peak.level, 3 * kHalf, 1e-3);
    EXPECT_EQ(peakOf({}, 0, 100).level, 0);
}

TEST_F(Mixes, NameTheFileThatFails) {
    Clip gone = click(0);
    gone.path = folder_ / "gone.wav";
    EXPECT_THAT([&] { (void)mixed({gone}, 0, 100); },
                ThrowsMessage<core::Failure>(HasSubstr("gone.wav")));
}

}  // namespace
}  // namespace ebbflow::sound
