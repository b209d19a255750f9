// Computed sound is the same to the bit from wherever it is heard, silent where a cue says so, and
// as loud as it is to be.

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <vector>

#include "sound/levelled.hpp"
#include "sound/loudness.hpp"
#include "sound/mixer.hpp"
#include "sound/wave.hpp"

namespace ebbflow::sound {
namespace {

constexpr std::int64_t kLength = 12 * kSampleRate;

Strike strike(std::int64_t start, int note, Timbre timbre = Timbre::bell) {
    Strike one;
    one.start = start;
    one.step = stepOf(hertzOf(note));
    one.timbre = timbre;
    one.left = 0.1F;
    one.right = 0.07F;
    return one;
}

/// Bells, beats, a chord and both cues.
Mix everything() {
    Mix mix;
    mix.length = kLength;
    for (int i = 0; i < 20; ++i) {
        mix.score.strikes.push_back(strike(i * 20'011, 60 + i));
        mix.score.strikes.push_back(strike(i * 20'011 + 7, 40, Timbre::mallet));
    }
    mix.score.drones.push_back({5000, kLength - 9000, 30'000, 40'000, {73.4, 110}, 0.05});
    mix.ducks.push_back({100'000, 50'000, 0.25, 9000, 9000});
    mix.ducks.push_back({300'000, 30'000, 0, 4800, 4800});
    mix.level.gain = -1.3;
    return mix;
}

std::vector<float> heard(const Mix& mix, std::int64_t from, std::int64_t count) {
    Mixer mixer(mix, from);
    std::vector<float> samples(static_cast<std::size_t>(count) * kChannels);
    mixer.read(samples);
    return samples;
}

std::vector<float> partOf(const std::vector<float>& all, std::int64_t from, std::int64_t count) {
    return {all.begin() + from * kChannels, all.begin() + (from + count) * kChannels};
}

TEST(Score, RangesJoinedAreTheWholeToTheBit) {
    const Mix mix = everything();
    const auto whole = heard(mix, 0, kLength);
    for (const std::int64_t block : {997, 1920, 48'000}) {
        Mixer mixer(mix, 0);
        std::vector<float> joined;
        while (mixer.position() < kLength) {
            const std::int64_t count = std::min(block, kLength - mixer.position());
            std::vector<float> some(static_cast<std::size_t>(count) * kChannels);
            mixer.read(some);
            joined.insert(joined.end(), some.begin(), some.end());
        }
        EXPECT_TRUE(joined == whole) << block;
    }
    for (const std::int64_t from : {1LL, 20'012LL, 99'999LL, 301'007LL})
        EXPECT_TRUE(heard(mix, from, 5000) == partOf(whole, from, 5000)) << from;
}

TEST(Score, IsSilentWhereACueSaysSoAndThereAlone) {
    const Mix mix = everything();
    for (const float sample : heard(mix, 300'000, 30'000)) ASSERT_EQ(sample, 0);
    const auto loudest = [&](std::int64_t from) {
        double most = 0;
        for (const float sample : heard(mix, from, 2000))
            most = std::max(most, static_cast<double>(std::abs(sample)));
        return most;
    };
    EXPECT_GT(loudest(290'000), 0.01);
    EXPECT_GT(loudest(336'000), 0.01);
}

TEST(Score, IsLoweredByAsMuchAsADuckSays) {
    Mix plain = everything();
    plain.ducks.clear();
    const auto without = heard(plain, 110'000, 3000), with = heard(everything(), 110'000, 3000);
    for (std::size_t i = 0; i < with.size(); ++i) EXPECT_NEAR(with[i], without[i] / 4, 1e-7);
}

TEST(Score, EndsWithTheFilm) {
    const auto end = heard(everything(), kLength - 10, 20);
    for (std::size_t i = 0; i < 20; ++i) EXPECT_LT(std::abs(end[i]), 1e-4);
    for (std::size_t i = 20; i < 40; ++i) EXPECT_EQ(end[i], 0);
}

TEST(Score, OfABellHasItsPitch) {
    Mix mix;
    mix.length = kLength;
    mix.score.strikes.push_back(strike(0, 69));
    const auto samples = heard(mix, kSampleRate, kSampleRate);
    int rising = 0;  // long after the overtones have gone
    for (std::size_t i = 2; i < samples.size(); i += 2)
        rising += samples[i - 2] < 0 && samples[i] >= 0 ? 1 : 0;
    EXPECT_NEAR(rising, 440, 1);
}

TEST(Waves, AreThoseOfTheLibrary) {
    for (int i = 0; i < 1000; ++i) {
        const double turn = i / 1000.0;
        EXPECT_NEAR(sineOf(static_cast<Phase>(turn * 0x1p32)),
                    std::sin(2 * std::numbers::pi * turn), 5e-6);
        EXPECT_NEAR(decayOf(turn * 20), std::exp(-turn * 20), 1e-12);
        EXPECT_NEAR(amplitudeOf(turn * 60 - 50), std::pow(10, (turn * 60 - 50) / 20), 1e-12);
        EXPECT_NEAR(rampOf(i, 1000), std::pow(std::sin((turn + 0.0005) * std::numbers::pi / 2), 2),
                    1e-9);
    }
    EXPECT_NEAR(hertzOf(60), 261.6256, 1e-3);
}

std::vector<float> sine(double hertz, double amplitude, double phase, std::int64_t count) {
    std::vector<float> samples;
    for (std::int64_t i = 0; i < count; ++i) {
        const auto sample = static_cast<float>(
            amplitude *
            std::sin(2 * std::numbers::pi * hertz * static_cast<double>(i) / kSampleRate + phase));
        samples.insert(samples.end(), {sample, sample});
    }
    return samples;
}

/// EBU Tech 3341, cases 1 to 3 and 15.
TEST(LoudnessOfSound, IsThatOfTheRecommendation) {
    const auto toneAt = [](double decibels, std::int64_t seconds) {
        return sine(1000, amplitudeOf(decibels), 0, seconds * kSampleRate);
    };
    LoudnessMeter first;
    first.add(toneAt(-23, 20));
    EXPECT_NEAR(first.integrated(), -23, 0.1);
    LoudnessMeter gated;
    gated.add(toneAt(-36, 10));
    gated.add(toneAt(-23, 60));
    gated.add(toneAt(-36, 10));
    EXPECT_NEAR(gated.integrated(), -23, 0.1);
    LoudnessMeter between;
    between.add(sine(kSampleRate / 4.0, 0.5, std::numbers::pi / 4, kSampleRate));
    EXPECT_NEAR(between.truePeak(), -6, 0.4) << "no sample is above -9";
    EXPECT_LT(LoudnessMeter().integrated(), -70);
}

TEST(LevelledMix, HasTheLoudnessThatItAsksForAndNoHigherPeaks) {
    Mix mix = everything();
    mix.level = {};
    mix.loudness = -23;
    const Mix level = levelled(mix);
    LoudnessMeter meter;
    meter.add(heard(level, 0, kLength));
    EXPECT_NEAR(meter.integrated(), -23, 0.11);
    EXPECT_LE(meter.truePeak(), kHighestPeak);
    EXPECT_NEAR(level.level.loudness, meter.integrated(), 0.01);
    // Clicks are all peak.
    mix.score = {};
    for (int i = 0; i < 12; ++i) mix.score.strikes.push_back(strike(i * 48'000, 100));
    LoudnessMeter clicks;
    mix.loudness = -3;
    clicks.add(heard(levelled(mix), 0, kLength));
    EXPECT_LE(clicks.truePeak(), kHighestPeak);
    EXPECT_GT(clicks.truePeak(), kHighestPeak - 0.2);
    EXPECT_EQ(levelled(everything()), everything()) << "what asks for none stays as it is";
}

}  // namespace
}  // namespace ebbflow::sound
