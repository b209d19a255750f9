#include "sound/peak.hpp"

#include <algorithm>
#include <cmath>

namespace ebbflow::sound {

Peak peakOf(const Mix& mix, std::int64_t first, std::int64_t end) {
    Mixer mixer(mix, first);
    Peak peak{0, first};
    std::vector<float> block;
    for (std::int64_t at = first; at < end; at = mixer.position()) {
        const std::int64_t count = std::min<std::int64_t>(kSampleRate, end - at);
        block.resize(static_cast<std::size_t>(count) * kChannels);
        mixer.read(block);
        for (std::size_t i = 0; i < block.size(); ++i) {
            const double level = std::abs(block[i]);
            if (level > peak.level) peak = {level, at + static_cast<std::int64_t>(i / kChannels)};
        }
    }
    return peak;
}

}  // namespace ebbflow::sound
