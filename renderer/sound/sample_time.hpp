#pragma once
// Film time in samples. All sound of a film is 48,000 stereo samples a second, of which every frame
// of 24, 25, 30, 50 and 60 a second holds a whole number, and film time 14,700 ticks each.

#include <cstdint>

#include "core/film_time.hpp"

namespace ebbflow::sound {

inline constexpr int kSampleRate = 48'000;
inline constexpr int kChannels = 2;

/// The nearest sample to a time that is not negative.
[[nodiscard]] constexpr std::int64_t sampleAt(core::FilmTime time) {
    constexpr std::int64_t kTicks = core::FilmTime::kTicksPerSecond / kSampleRate;
    static_assert(kTicks * kSampleRate == core::FilmTime::kTicksPerSecond);
    return (time.ticks() + kTicks / 2) / kTicks;
}

[[nodiscard]] constexpr core::FilmTime timeOf(std::int64_t sample) {
    return core::FilmTime::fromTicks(sample * (core::FilmTime::kTicksPerSecond / kSampleRate));
}

}  // namespace ebbflow::sound
