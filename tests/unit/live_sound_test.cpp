// What is heard in the window is what belongs to the film's time: while it runs, after a jump,
// after a pause, and with a device whose clock is a little off.

#include <gmock/gmock.h>

#include <cmath>

#include "core/error.hpp"
#include "live/sound_follower.hpp"
#include "sound/levelled.hpp"
#include "support/sound_files.hpp"
#include "support/video_fixture.hpp"

namespace ebbflow::live {
namespace {

using test::TemporaryFolder;

/// A device that hears as many samples as the test says.
class TestSink final : public SoundSink {
public:
    void queue(std::span<const float> samples) override {
        waiting_.insert(waiting_.end(), samples.begin(), samples.end());
    }
    std::int64_t queued() override { return static_cast<std::int64_t>(waiting_.size()) / 2; }
    void clear() override {
        waiting_.clear();
        ++cleared;
    }

    /// The left channel of the next samples.
    std::vector<float> hear(std::int64_t samples) {
        std::vector<float> heard;
        for (std::int64_t i = 0; i < samples && !waiting_.empty(); ++i) {
            heard.push_back(waiting_.front());
            waiting_.erase(waiting_.begin(), waiting_.begin() + 2);
        }
        return heard;
    }
    int cleared = 0;

private:
    std::vector<float> waiting_;
};

class FollowedSound : public testing::Test {
protected:
    void SetUp() override {
        // Each sample says which it is.
        test::writeWav(folder_ / "ramp.wav", 30'000,
                       [](std::int64_t i) { return static_cast<double>(i) / 32'767; });
        sound::Clip clip;
        clip.path = folder_ / "ramp.wav";
        clip.length = 30'000;
        sound::Mix mix;
        mix.clips = {clip};
        follower_.setMix(mix);
    }

    [[nodiscard]] static std::int64_t numberOf(float sample) {
        return std::lround(static_cast<double>(sample) * 32'768);
    }

    void tickAt(double seconds, bool running = true) {
        follower_.follow(core::FilmTime::fromSeconds(seconds), running, clock_);
        follower_.tick(clock_);
    }

    TemporaryFolder folder_;
    TestSink sink_;
    SoundFollower follower_{sink_};
    double clock_ = 1000;
};

TEST_F(FollowedSound, IsThatOfTheFilmsTime) {
    tickAt(0.1);
    EXPECT_NEAR(static_cast<double>(numberOf(sink_.hear(1).at(0))), 4800, 1);
    EXPECT_GT(sink_.queued(), 4800) << "enough for a slow tick";
}

TEST_F(FollowedSound, RunsOnWithoutBeginningAgain) {
    tickAt(0);
    const int cleared = sink_.cleared;
    std::int64_t next = 0;
    for (int i = 0; i < 30; ++i) {
        for (const float sample : sink_.hear(480))
            EXPECT_NEAR(static_cast<double>(numberOf(sample)), static_cast<double>(next++), 1);
        clock_ += 0.01;
        // The window reports rarely; between reports the sound goes on by the clock.
        if (i % 10 == 0) follower_.follow(sound::timeOf(next), true, clock_);
        follower_.tick(clock_);
    }
    EXPECT_EQ(next, 30 * 480);
    EXPECT_EQ(sink_.cleared, cleared);
}

TEST_F(FollowedSound, JumpsWithTheFilm) {
    tickAt(0);
    (void)sink_.hear(480);
    tickAt(0.5);
    EXPECT_NEAR(static_cast<double>(numberOf(sink_.hear(1).at(0))), 24'000, 1);
    tickAt(0.02);
    EXPECT_NEAR(static_cast<double>(numberOf(sink_.hear(1).at(0))), 960, 1);
}

TEST_F(FollowedSound, IsSilentWhileTheFilmStands) {
    tickAt(0.1);
    tickAt(0.1, false);
    EXPECT_EQ(sink_.queued(), 0);
    tickAt(0.1);
    EXPECT_NEAR(static_cast<double>(numberOf(sink_.hear(1).at(0))), 4800, 1);
}

TEST_F(FollowedSound, OfADeviceThatLagsIsBroughtBack) {
    tickAt(0);
    for (int i = 1; i <= 40; ++i) {
        (void)sink_.hear(360);  // a quarter too slow
        clock_ += 0.01;
        tickAt(0.01 * i);
    }
    const auto heard = numberOf(sink_.hear(1).at(0));
    EXPECT_NEAR(static_cast<double>(heard), 0.4 * 48'000, 0.05 * 48'000);
}

TEST_F(FollowedSound, OfAFileThatIsGoneIsSilentAndSaidOnce) {
    sound::Clip gone;
    gone.path = folder_ / "gone.wav";
    gone.length = 30'000;
    sound::Mix mix;
    mix.clips = {gone};
    follower_.setMix(mix);
    EXPECT_THROW(tickAt(0), core::Failure);
    EXPECT_NO_THROW(tickAt(0.1));
}

TEST_F(FollowedSound, IsThatOfTheFilmThatIsMadeSampleBySample) {
    sound::Mix mix;
    mix.length = 96'000;
    mix.loudness = -23;
    mix.score.strikes.push_back({4000, sound::stepOf(440), sound::Timbre::bell, 0.2F, 0.1F});
    mix.score.drones.push_back({0, 96'000, 4800, 4800, {110}, 0.1});
    mix.ducks.push_back({20'000, 10'000, 0, 2000, 2000});
    mix = sound::levelled(mix);
    ASSERT_NE(mix.level.gain, 0);
    sound::Mixer made(mix, 0);
    std::vector<float> whole(2 * 96'000);
    made.read(whole);
    follower_.setMix(mix);
    tickAt(0.1);
    std::size_t next = 4800;
    for (int i = 0; i < 40; ++i) {
        for (const float sample : sink_.hear(480)) ASSERT_EQ(sample, whole[2 * next++]);
        clock_ += 0.01;
        follower_.tick(clock_);
    }
    EXPECT_EQ(next, 4800U + 40 * 480);
}

}  // namespace
}  // namespace ebbflow::live
