#pragma once
// A mix brought to the loudness that it is to have. It is heard through from end to end once, so
// every part of a film, on whichever machine, gets the gain of the whole.

#include <functional>

#include "sound/mix.hpp"

namespace ebbflow::sound {

/// dBTP that a levelled mix does not exceed: a coder that loses something adds a little, and what
/// is delivered stays at or below -1 dBTP.
inline constexpr double kHighestPeak = -2;

/// The mix with its level: that of the loudness that it asks for, or less where its peaks would
/// pass kHighestPeak. The gain is rounded down to a tenth of a decibel, so that what a decoder of
/// files may differ by on another machine does not change it. One that asks for none stays as it
/// is. Throws core::Failure as Mixer::read() does. `goOn` is asked every second of sound; after
/// its no the mix comes back as it was.
[[nodiscard]] Mix levelled(Mix mix, const std::function<bool()>& goOn = {});

}  // namespace ebbflow::sound
