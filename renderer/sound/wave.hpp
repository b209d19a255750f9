#pragma once
// Arithmetic of sounds that are computed: sines, decays and decibels by additions and
// multiplications alone, so that every machine gets the same bits, whatever its library.

#include <cmath>
#include <cstdint>

namespace ebbflow::sound {

/// A turn is the whole range of 32 bits, so that phases of any sample are exact: step × number.
using Phase = std::uint32_t;

/// sin of that part of a turn, within 4e-6: Taylor's series to the 9th power over a quarter turn.
[[nodiscard]] inline float sineOf(Phase phase) {
    const float turn = static_cast<float>(static_cast<std::int32_t>(phase)) * 0x1p-31F;
    const float folded = std::copysign(0.5F - std::abs(std::abs(turn) - 0.5F), turn);
    const float z = folded * folded;
    return folded *
           (3.14159265F +
            z * (-5.16771278F + z * (2.55016404F + z * (-0.599264529F + z * 0.0821458867F))));
}

/// The phase that a sample adds to a tone of so many hertz.
[[nodiscard]] Phase stepOf(double hertz);
/// Hertz of a note in equal temperament: 69 is A4, 440 Hz.
[[nodiscard]] double hertzOf(int note);
/// e^-x for x ≥ 0.
[[nodiscard]] double decayOf(double x);
/// What a level in dB multiplies by.
[[nodiscard]] double amplitudeOf(double decibels);
/// 0 to 1 while `sample` goes from 0 to `length`: sin² of a quarter turn, so that what goes while
/// another comes keeps the sum.
[[nodiscard]] double rampOf(std::int64_t sample, std::int64_t length);

}  // namespace ebbflow::sound
