#include "sound/score.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "sound/sample_time.hpp"

namespace ebbflow::sound {

namespace {

/// Envelopes are worked out at every so many samples of a tone's own and go straight between.
constexpr std::int64_t kGrid = 64;

struct Partial {
    double ratio;      ///< to the lowest
    double amplitude;  ///< to the lowest
    double seconds;    ///< in which it falls to 1/e
};

struct Instrument {
    double attack;  ///< seconds
    std::array<Partial, 5> partials;
};

/// A bell much softer than one of bronze: nearly harmonic, and its high partials are gone soon.
constexpr Instrument kBell{
    0.006,
    {{{1, 1, 1.5}, {2.003, 0.34, 0.85}, {3.01, 0.13, 0.45}, {4.2, 0.06, 0.24}, {5.4, 0.03, 0.15}}}};
constexpr Instrument kMallet{
    0.045, {{{1, 1, 0.42}, {2, 0.3, 0.26}, {3, 0.1, 0.16}, {4, 0.03, 0.1}, {5, 0.01, 0.08}}}};

/// How many times 1/e a partial goes on for; it then is 60 dB down, and ends at nothing.
constexpr double kDecays = 7;
/// Above are no partials: they would fold back, and nobody misses them.
constexpr double kHighest = 16'000;

const Instrument& instrumentOf(Timbre timbre) {
    switch (timbre) {
        case Timbre::bell:
            return kBell;
        case Timbre::mallet:
            return kMallet;
    }
    return kBell;
}

std::int64_t lengthOf(const Partial& partial) {
    return std::llround(partial.seconds * kDecays * kSampleRate);
}

/// Calls `piece(first, end, a, b)` for the pieces of [begin, end), samples of a tone's own, with
/// the envelope's values at the points of the grid before and after.
template <typename Envelope, typename Piece>
void alongGrid(std::int64_t begin, std::int64_t end, Envelope envelope, Piece piece) {
    double after = envelope(begin / kGrid * kGrid);
    for (std::int64_t at = begin; at < end;) {
        const std::int64_t grid = at / kGrid * kGrid;
        const std::int64_t next = std::min(end, grid + kGrid);
        const double before = after;
        after = envelope(grid + kGrid);
        piece(at, next, static_cast<float>(before), static_cast<float>(after));
        at = next;
    }
}

/// Part of the way from one point of the grid to the next.
float partOf(std::int64_t sample) {
    return static_cast<float>(sample % kGrid) * (1.0F / kGrid);
}

/// Adds a partial of the tone that `step` is the lowest one of, from its start on.
void addPartial(Phase step, const Partial& partial, double attack, std::vector<float>& wave) {
    const auto own = static_cast<Phase>(std::llround(step * partial.ratio));
    if (own > stepOf(kHighest)) return;
    const std::int64_t length = lengthOf(partial);
    const std::int64_t rise = std::llround(attack * kSampleRate);
    const auto envelope = [&](std::int64_t sample) {
        const double left = 1 - static_cast<double>(sample) / static_cast<double>(length);
        if (left <= 0) return 0.0;
        return partial.amplitude * rampOf(sample, rise) * left *
               decayOf(static_cast<double>(sample) / (partial.seconds * kSampleRate));
    };
    alongGrid(
        0, length, envelope, [&](std::int64_t first, std::int64_t last, float before, float after) {
            for (std::int64_t i = first; i < last; ++i) {
                const float level = before + (after - before) * partOf(i);
                wave[static_cast<std::size_t>(i)] += level * sineOf(own * static_cast<Phase>(i));
            }
        });
}

void addStrike(const Strike& strike, const std::vector<float>& wave, std::int64_t from,
               std::span<float> out) {
    const std::int64_t count = static_cast<std::int64_t>(out.size()) / kChannels;
    const std::int64_t begin = std::max<std::int64_t>(0, from - strike.start);
    const std::int64_t end =
        std::min(static_cast<std::int64_t>(wave.size()), from + count - strike.start);
    if (begin >= end) return;
    float* to = &out[static_cast<std::size_t>(strike.start + begin - from) *
                     static_cast<std::size_t>(kChannels)];
    for (std::int64_t i = begin; i < end; ++i, to += kChannels) {
        const float sample = wave[static_cast<std::size_t>(i)];
        to[0] += strike.left * sample;
        to[1] += strike.right * sample;
    }
}

/// Partials of a standing tone, softer the higher.
constexpr std::array<float, 5> kDronePartials{1.0F, 0.38F, 0.2F, 0.11F, 0.06F};
/// By which part of its pitch both sides differ: it beats slowly and has width.
constexpr double kApart = 0.0007;

/// A turn of a standing tone, at so many points and the first once more.
constexpr std::size_t kTurnBits = 14, kTurnPoints = std::size_t{1} << kTurnBits;

std::vector<float> droneTurn() {
    std::vector<float> turn(kTurnPoints + 1);
    for (std::size_t point = 0; point < turn.size(); ++point) {
        const auto phase = static_cast<Phase>(point << (32 - kTurnBits));
        for (std::size_t i = 0; i < kDronePartials.size(); ++i)
            turn[point] += kDronePartials[i] * sineOf(phase * static_cast<Phase>(i + 1));
    }
    return turn;
}

/// Straight between the points: within 5e-7.
float droneWave(const std::vector<float>& turn, Phase phase) {
    constexpr Phase kRest = (Phase{1} << (32 - kTurnBits)) - 1;
    const std::size_t point = phase >> (32 - kTurnBits);
    const float part = static_cast<float>(phase & kRest) * (1.0F / (kRest + 1));
    return turn[point] + part * (turn[point + 1] - turn[point]);
}

void addTone(const Drone& drone, std::size_t tone, std::int64_t from, std::span<float> out) {
    const std::int64_t count = static_cast<std::int64_t>(out.size()) / kChannels;
    const std::int64_t begin = std::max<std::int64_t>(0, from - drone.start);
    const std::int64_t end = std::min(drone.length, from + count - drone.start);
    if (begin >= end) return;
    static const std::vector<float> turn = droneTurn();
    const Phase left = stepOf(drone.hertz[tone] * (1 - kApart)),
                right = stepOf(drone.hertz[tone] * (1 + kApart));
    // Each breathes at a pace of its own, 9 s and more, and begins elsewhere.
    const Phase breath = stepOf(1 / (9.0 + 2.3 * static_cast<double>(tone)));
    const Phase breathStart = static_cast<Phase>(tone) * 0x5A000000U;
    const auto envelope = [&](std::int64_t sample) {
        const double breathing =
            0.78 + 0.22 * sineOf(breathStart + breath * static_cast<Phase>(sample));
        return drone.amplitude * breathing * rampOf(sample, drone.fadeIn) *
               rampOf(drone.length - 1 - sample, drone.fadeOut);
    };
    alongGrid(begin, end, envelope,
              [&](std::int64_t first, std::int64_t last, float before, float after) {
                  float* to = &out[static_cast<std::size_t>(drone.start + first - from) *
                                   static_cast<std::size_t>(kChannels)];
                  for (std::int64_t i = first; i < last; ++i, to += kChannels) {
                      const float level = before + (after - before) * partOf(i);
                      to[0] += level * droneWave(turn, left * static_cast<Phase>(i));
                      to[1] += level * droneWave(turn, right * static_cast<Phase>(i));
                  }
              });
}

}  // namespace

std::int64_t longestStrike() {
    std::int64_t longest = 0;
    for (const Instrument* instrument : {&kBell, &kMallet})
        for (const Partial& partial : instrument->partials)
            longest = std::max(longest, lengthOf(partial));
    return longest;
}

const std::vector<float>& StruckWaves::of(const Strike& strike) {
    std::vector<float>& wave = waves_[{strike.timbre, strike.step}];
    if (!wave.empty()) return wave;
    const Instrument& instrument = instrumentOf(strike.timbre);
    std::int64_t length = 1;
    for (const Partial& partial : instrument.partials) length = std::max(length, lengthOf(partial));
    wave.resize(static_cast<std::size_t>(length));
    for (const Partial& partial : instrument.partials)
        addPartial(strike.step, partial, instrument.attack, wave);
    return wave;
}

void addScore(const Score& score, StruckWaves& waves, std::int64_t from, std::span<float> out) {
    const std::int64_t end = from + static_cast<std::int64_t>(out.size()) / kChannels;
    auto strike =
        std::ranges::upper_bound(score.strikes, from - longestStrike(), {}, &Strike::start);
    for (; strike != score.strikes.end() && strike->start < end; ++strike)
        addStrike(*strike, waves.of(*strike), from, out);
    for (const Drone& drone : score.drones)
        for (std::size_t tone = 0; tone < drone.hertz.size(); ++tone)
            addTone(drone, tone, from, out);
}

}  // namespace ebbflow::sound
