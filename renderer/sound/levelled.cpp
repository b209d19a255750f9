#include "sound/levelled.hpp"

#include <algorithm>
#include <cmath>

#include "sound/loudness.hpp"
#include "sound/mixer.hpp"

namespace ebbflow::sound {

Mix levelled(Mix mix, const std::function<bool()>& goOn) {
    if (!mix.loudness || mix.empty()) return mix;
    mix.level = {};
    Mixer mixer(mix, 0);
    LoudnessMeter meter;
    std::vector<float> block;
    while (mixer.position() < mix.length) {
        if (goOn && !goOn()) return mix;
        const std::int64_t count =
            std::min<std::int64_t>(kSampleRate, mix.length - mixer.position());
        block.resize(static_cast<std::size_t>(count) * kChannels);
        mixer.read(block);
        meter.add(block);
    }
    Level level{0, meter.integrated(), meter.truePeak()};
    constexpr double kSilence = -70;
    if (level.loudness > kSilence) {
        const double wanted =
            std::min(*mix.loudness - level.loudness, kHighestPeak - level.truePeak);
        level.gain = std::floor(wanted * 10) / 10;
        level.loudness += level.gain;
        level.truePeak += level.gain;
    }
    mix.level = level;
    return mix;
}

}  // namespace ebbflow::sound
