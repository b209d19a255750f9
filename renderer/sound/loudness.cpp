#include "sound/loudness.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "sound/sample_time.hpp"

namespace ebbflow::sound {

namespace {

constexpr std::int64_t kTenth = kSampleRate / 10;
constexpr std::size_t kTenthsOfBlock = 4;  ///< a block is 400 ms, and begins every 100
constexpr double kSilent = -120;

struct Coefficients {
    double b0, b1, b2, a1, a2;
};
// ITU-R BS.1770-4, annex 1, tables 1 and 2, for 48 kHz.
constexpr Coefficients kShelf{1.53512485958697, -2.69169618940638, 1.19839281085285,
                              -1.69065929318241, 0.73248077421585};
constexpr Coefficients kHighPass{1, -2, 1, -1.99004745483398, 0.99007225036621};

double loudnessOf(double meanSquare) {
    return meanSquare > 0 ? -0.691 + 10 * std::log10(meanSquare) : kSilent;
}

/// Three points between two samples, from eight samples on either side: sinc under a Hann window.
constexpr std::size_t kSide = 8;
constexpr std::size_t kBetween = 3;
using Taps = std::array<std::array<float, 2 * kSide>, kBetween>;

Taps makeTaps() {
    Taps taps{};
    for (std::size_t p = 0; p < kBetween; ++p) {
        const double at = static_cast<double>(p + 1) / (kBetween + 1);
        for (std::size_t i = 0; i < 2 * kSide; ++i) {
            const double x = static_cast<double>(i) - static_cast<double>(kSide - 1) - at;
            const double window =
                0.5 + 0.5 * std::cos(std::numbers::pi * x / static_cast<double>(kSide));
            taps[p][i] = static_cast<float>(std::sin(std::numbers::pi * x) /
                                            (std::numbers::pi * x) * window);
        }
    }
    return taps;
}

}  // namespace

void LoudnessMeter::add(std::span<const float> samples) {
    const auto filtered = [](Biquad& state, const Coefficients& c, double in) {
        const double out = c.b0 * in + state.z1;
        state.z1 = c.b1 * in - c.a1 * out + state.z2;
        state.z2 = c.b2 * in - c.a2 * out;
        return out;
    };
    for (std::size_t i = 0; i < samples.size(); i += kChannels) {
        for (std::size_t c = 0; c < kChannels; ++c) {
            Channel& channel = channels_[c];
            const float sample = samples[i + c];
            const double weighted =
                filtered(channel.highPass, kHighPass, filtered(channel.shelf, kShelf, sample));
            sum_ += weighted * weighted;
            channel.recent.push_back(sample);
        }
        if (++inTenth_ < kTenth) continue;
        tenths_.push_back(sum_ / static_cast<double>(kTenth));
        sum_ = 0;
        inTenth_ = 0;
        for (Channel& channel : channels_) seekPeak(channel);
    }
}

void LoudnessMeter::seekPeak(Channel& channel) {
    std::vector<float>& recent = channel.recent;
    float highest = 0;
    for (const float sample : recent) highest = std::max(highest, std::abs(sample));
    peak_ = std::max(peak_, static_cast<double>(highest));
    // Between samples nothing that was recorded rises to twice what stands beside it.
    if (2 * highest > peak_) {
        static const Taps taps = makeTaps();
        for (std::size_t i = 0; i + 2 * kSide <= recent.size(); ++i) {
            for (const auto& phase : taps) {
                float sum = 0;
                for (std::size_t t = 0; t < phase.size(); ++t) sum += phase[t] * recent[i + t];
                peak_ = std::max(peak_, static_cast<double>(std::abs(sum)));
            }
        }
    }
    if (recent.size() > 2 * kSide)
        recent.erase(recent.begin(), recent.end() - static_cast<std::ptrdiff_t>(2 * kSide - 1));
}

double LoudnessMeter::integrated() const {
    std::vector<double> blocks;
    for (std::size_t i = 0; i + kTenthsOfBlock <= tenths_.size(); ++i) {
        double sum = 0;
        for (std::size_t t = 0; t < kTenthsOfBlock; ++t) sum += tenths_[i + t];
        blocks.push_back(sum / kTenthsOfBlock);
    }
    const auto meanAbove = [&](double gate) {
        double sum = 0;
        std::size_t count = 0;
        for (const double block : blocks) {
            if (loudnessOf(block) <= gate) continue;
            sum += block;
            ++count;
        }
        return count == 0 ? 0 : sum / static_cast<double>(count);
    };
    constexpr double kAbsolute = -70, kRelative = -10;
    const double loud = loudnessOf(meanAbove(kAbsolute));
    return loudnessOf(meanAbove(std::max(kAbsolute, loud + kRelative)));
}

double LoudnessMeter::truePeak() const {
    double peak = peak_;
    for (const Channel& channel : channels_)
        for (const float sample : channel.recent)
            peak = std::max(peak, static_cast<double>(std::abs(sample)));
    return peak > 0 ? 20 * std::log10(peak) : kSilent;
}

}  // namespace ebbflow::sound
